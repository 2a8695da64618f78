package mx.constancia.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressesTest {

    @TempDir
    private Path data;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Addresses addresses = new Addresses("http://localhost:1", "http://localhost:2", "http://localhost:3",
            "127.0.0.1:4", "jdbc:postgresql://127.0.0.1:5/constancia", "mongodb://127.0.0.1:6/constancia");

        addresses.write(data);

        assertThat(Addresses.read(data)).contains(addresses);
        assertThat(data.toFile().list()).containsExactly("addresses.properties");
    }

    @Test
    void aDirectoryThatWasNeverStartedOnHasNone() throws IOException {
        assertThat(Addresses.read(data)).isEmpty();
    }
}
