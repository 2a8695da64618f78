package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import mx.constancia.guidelines.CommandCatalog;
import mx.constancia.testing.ApiContract;
import mx.constancia.testing.ApprovedFile;

/**
 * The API document is committed and current. After a change of a command or a problem, run with
 * {@code -Dtest=OpenApiTest -Dcontract.approve=true} and look at the difference.
 */
class OpenApiTest {

    private static final Path COMMITTED = Path.of("src/main/resources/openapi/command-service.json");

    private final String generated = CommandApi.of(new CommandDirectory(CommandCatalog.ALL).all());

    @Test
    void theCommittedDocumentIsCurrent() {
        ApprovedFile.assertCurrent(COMMITTED, generated);
    }

    @Test
    void itIsValidOpenApi() {
        assertThat(ApiContract.objections(generated)).isEmpty();
    }

    @Test
    void everyCommandIsInIt() {
        assertThat(new ApiContract(generated).operations()).containsAll(CommandCatalog.ALL.stream()
                .map(type -> "POST /" + type.aggregate().collection() + "/{id}/" + type.name()).toList());
    }
}
