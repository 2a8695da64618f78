package mx.constancia.query.projection;

import java.util.Optional;

import mx.constancia.query.log.VisibleHead;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kafka, the projection, and whether the views can be read, told apart. */
@Configuration(proxyBeanMethods = false)
class ProjectionHealth {

    private static final Status DEGRADED = new Status("DEGRADED");

    /** Questions are answered from the views also when Kafka is away. */
    @Bean
    HealthIndicator kafkaHealthIndicator(ProjectionStatus status) {
        return () -> status.kafkaFailure()
                .map(reason -> Health.down().withDetail("reason", reason).build())
                .orElseGet(() -> status.topicId().isPresent()
                        ? Health.up().build()
                        : Health.unknown().withDetail("reason", "the topic does not exist yet").build());
    }

    @Bean
    HealthIndicator projectionHealthIndicator(ProjectionStatus status, VisibleHead head) {
        return () -> {
            ProjectionStatus.Troubles troubles = status.troubles();
            Health.Builder health = new Health.Builder(troubles.any() || status.failure().isPresent() ? DEGRADED : Status.UP);
            if (status.refusal().isPresent()) {
                health.down();
            }
            status.refusal().ifPresent(reason -> health.withDetail("refused", reason));
            status.failure().ifPresent(reason -> health.withDetail("retrying", reason));
            status.lag().ifPresent(lag -> health.withDetail("lagEvents", lag.events()));
            return health.withDetail("visibleHead", head.current())
                    .withDetail("holes", troubles.holes())
                    .withDetail("persistentHoles", troubles.persistent())
                    .withDetail("parked", troubles.parked())
                    .build();
        };
    }

    /** Views that are being built for the first time would answer that nothing exists. */
    @Bean
    HealthIndicator viewsHealthIndicator(ProjectionStatus status) {
        return () -> {
            Optional<ProjectionStatus.Lag> lag = status.lag();
            return lag.filter(ProjectionStatus.Lag::complete).isPresent()
                    ? Health.up().build()
                    : Health.outOfService().withDetail("building", lag.map(each -> each.events() + " events to go").orElse("not measured yet")).build();
        };
    }
}
