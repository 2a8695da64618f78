package mx.constancia.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import mx.constancia.decision.CommandType;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;

class CatalogTest {

    static Stream<Rule> rules() {
        return RuleCatalog.ALL.stream();
    }

    @Test
    void everyRuleHasItsOwnCode() {
        assertThat(RuleCatalog.ALL.stream().map(Rule::code).distinct()).hasSize((int) RuleCatalog.ALL.stream().distinct().count());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleCitesItsArticleAndStatesASentence(Rule rule) {
        assertThat(rule.article()).matches("H1|G-\\d{1,2}( [IVX]+)?");
        assertThat(rule.code()).matches("[A-Z0-9]+(-[A-Z0-9]+)*");
        assertThat(rule.statement()).matches("[A-Z].*\\.");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleOfTheGuidelinesStartsItsCodeWithTheArticle(Rule rule) {
        if (rule.article().startsWith("G-")) {
            assertThat(rule.code()).startsWith(rule.article().replace("-", "").replaceAll(" .*", "") + "-");
        }
    }

    /** The table is read by lawyers: a change of a rule's strength is a difference in a committed file. */
    @Test
    void theRulesAreThoseOfTheCommittedTable() throws IOException {
        String table = RuleCatalog.ALL.stream()
                .map(rule -> String.join(" | ", rule.code(), rule.article(), rule.strength() + (rule.conflict() ? " conflict" : ""),
                        rule.statement()))
                .sorted().collect(Collectors.joining("\n", "", "\n"));
        Path committed = Path.of("src/test/resources/rules.txt");
        if (Boolean.getBoolean("contract.approve")) {
            Files.writeString(committed, table);
        }
        assertThat(table).isEqualTo(Files.readString(committed));
    }

    @Test
    void everyCommandHasItsOwnAddress() {
        assertThat(CommandCatalog.ALL.stream().map(type -> type.aggregate().collection() + "/" + type.name())).doesNotHaveDuplicates();
    }

    @Test
    void aCommandIsFoundByItsAddressAndOnlyThere() {
        CommandType propose = CommandCatalog.find("mechanisms", "propose-mechanism").orElseThrow();
        assertThat(propose.creating()).isTrue();
        assertThat(CommandCatalog.find("agencies", "propose-mechanism")).isEmpty();
    }

    static Stream<CommandType> commands() {
        return CommandCatalog.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aRequestThatLeavesEverythingOutIsReadSoThatRulesCanNameWhatIsMissing(CommandType type) {
        assertThat(new JsonMapper().readValue("{}", type.record())).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandHasANameForTheScreenAndCitesItsArticle(CommandType type) {
        assertThat(type.es()).matches("\\p{Lu}\\p{Ll}+ .*");
        assertThat(type.article()).matches("H1|G-\\d{1,2}");
        assertThat(type.issuedBy()).isNotEmpty();
    }

    @Test
    void anAuditorIssuesNoCommand() {
        assertThat(CommandCatalog.ALL).noneMatch(type -> type.issuedBy().contains(Role.OIC_AUDITOR));
    }
}
