package mx.constancia.events.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import mx.constancia.events.Samples;
import mx.constancia.events.StoredEvent;

class RestrictedSealTest {

    private static final String PART = "{\"reason\":\"Renuncia\",\"count\":1}";

    private final StoredEvent sealed = Samples.all().stream().map(event -> Samples.stored(event, 7))
            .filter(event -> event.restrictedPart() != null).findFirst().orElseThrow();

    @Test
    void equalPartsHaveDifferentDigests() {
        assertThat(RestrictedSeal.of(PART)).isNotEqualTo(RestrictedSeal.of(PART));
    }

    @Test
    void theDigestDependsOnSaltAndContentAndNotOnHowTheJsonIsWritten() {
        RestrictedSeal seal = RestrictedSeal.of(PART);
        assertThat(RestrictedSeal.of("{ \"count\": 1.0, \"reason\": \"Renuncia\" }", seal.salt())).isEqualTo(seal);
        assertThat(RestrictedSeal.of("{\"reason\":\"Renuncia\",\"count\":2}", seal.salt()).digest()).isNotEqualTo(seal.digest());
        assertThat(RestrictedSeal.of(PART, "00" + seal.salt().substring(2)).digest()).isNotEqualTo(seal.digest());
    }

    @Test
    void theSealOfAnEventHoldsAlsoWithoutTheRestrictedPart() {
        assertThat(RestrictedSeal.holds(sealed)).isTrue();
        assertThat(RestrictedSeal.holds(sealed.publicOnly())).isTrue();
    }

    @Test
    void theSealBreaksWhenThePartTheSaltOrTheDigestIsAnother() {
        String digest = sealed.restrictedDigest();
        String salt = sealed.restrictedSalt();
        assertThat(RestrictedSeal.holds(with(PART, digest, salt))).isFalse();
        assertThat(RestrictedSeal.holds(with("not JSON", digest, salt))).isFalse();
        assertThat(RestrictedSeal.holds(with(sealed.restrictedPart(), digest, null))).isFalse();
        assertThat(RestrictedSeal.holds(with(sealed.restrictedPart(), null, salt))).isFalse();
        assertThat(RestrictedSeal.holds(with(sealed.restrictedPart(), digest, "no salt"))).isFalse();
        assertThat(RestrictedSeal.holds(with(null, digest, salt))).isFalse();
    }

    private StoredEvent with(String part, String digest, String salt) {
        return new StoredEvent(sealed.position(), sealed.eventId(), sealed.streamId(), sealed.version(), sealed.type(),
                sealed.recordedAt(), sealed.envelope(), sealed.publicPart(), part, digest, salt);
    }
}
