package mx.constancia.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandType;
import mx.constancia.decision.Rule;

/** The catalogues are complete, and the domain depends on nothing that could make a decision impure. */
class CompletenessTest {

    private static final String[] DOMAIN = {
            "mx.constancia.decision..", "mx.constancia.agency..", "mx.constancia.installation..", "mx.constancia.mechanism..",
            "mx.constancia.guidelines.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("mx.constancia.decision", "mx.constancia.agency", "mx.constancia.installation",
                    "mx.constancia.mechanism", "mx.constancia.guidelines");

    @Test
    void theCatalogueHasEveryCommand() {
        List<String> commands = CLASSES.stream()
                .filter(type -> type.isAssignableTo(Command.class) && !type.isInterface())
                .map(JavaClass::getName).toList();
        assertThat(CommandCatalog.ALL).extracting(CommandType::record).extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(commands).hasSize(23);
    }

    @Test
    void theCatalogueHasEveryRule() {
        Stream<JavaField> rules = CLASSES.stream().flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Rule.class) && field.getModifiers().contains(JavaModifier.STATIC));
        assertThat(RuleCatalog.ALL).hasSize((int) rules.count());
    }

    @Test
    void theDomainIsPlainJava() {
        ArchRuleDefinition.classes().that().resideInAnyPackage(DOMAIN)
                .should().onlyDependOnClassesThat().resideInAnyPackage(Stream.concat(Stream.of(DOMAIN), Stream.of(
                        "java..", "org.jspecify.annotations..", "org.pcollections..", "mx.constancia.events..",
                        "mx.constancia.history..", "mx.constancia.vocabulary..", "mx.constancia.ledger..")).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void theDomainReadsNoClockAndNoFile() {
        ArchRuleDefinition.noClasses().that().resideInAnyPackage(DOMAIN)
                .should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..")
                .orShould().dependOnClassesThat().areAssignableTo(Clock.class)
                .orShould().callMethod(LocalDate.class, "now").orShould().callMethod(Instant.class, "now")
                .check(CLASSES);
    }

    @Test
    void theKernelKnowsNoAggregate() {
        ArchRuleDefinition.noClasses().that().resideInAPackage("mx.constancia.decision..")
                .should().dependOnClassesThat().resideInAnyPackage("mx.constancia.agency..", "mx.constancia.installation..",
                        "mx.constancia.mechanism..", "mx.constancia.guidelines..")
                .check(CLASSES);
    }

    @Test
    void thePartsOfAMechanismsLifeDoNotDependOnEachOtherInCircles() {
        SlicesRuleDefinition.slices().matching("mx.constancia.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
