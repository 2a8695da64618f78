package mx.constancia.query.ledger;

import java.time.Clock;

import mx.constancia.query.store.ViewStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    LedgerTopic ledgerTopic(ViewStore store, LedgerStatus status, LedgerProperties properties, Clock clock,
            ConsumerFactory<? super String, ? super byte[]> consumers) {
        LogKeys pinned = properties.keys().isEmpty() ? null : LogKeys.of(properties.keys());
        return new LedgerTopic(consumers, new LedgerReader(new Intake(store, pinned, clock), status), status, properties);
    }
}
