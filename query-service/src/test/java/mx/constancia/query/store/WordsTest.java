package mx.constancia.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void wordsHaveNeitherCaseNorAccentsAndOccurOnce() {
        assertThat(Words.of(Stream.of("Consejo Técnico-Consultivo, «Ley» 2030", "consejo NIÑEZ", null)))
                .containsExactly("2030", "consejo", "consultivo", "ley", "ninez", "tecnico");
    }

    @Test
    void aTextWithoutLettersHasNoWords() {
        assertThat(Words.of(Stream.of(" .*+ "))).isEmpty();
    }
}
