package mx.constancia.auditor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whoever verifies shares the formats with those whom it verifies, and nothing else. */
@AnalyzeClasses(packages = "mx.constancia.auditor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule itKnowsEventsAndLedgerOnly = classes()
            .that().resideInAPackage("mx.constancia.auditor..")
            .should().onlyDependOnClassesThat(not(resideInAPackage("mx.constancia.."))
                    .or(resideInAnyPackage("mx.constancia.auditor..", "mx.constancia.events..", "mx.constancia.history..", "mx.constancia.ledger..")));

    @ArchTest
    static final ArchRule clientsStayInTheSources = noClasses()
            .that().resideOutsideOfPackage("mx.constancia.auditor.source..")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.kafka..", "java.net.http..", "java.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule theCommandLineStaysAtTheEdge = noClasses()
            .that().resideOutsideOfPackage("mx.constancia.auditor.cli..")
            .should().dependOnClassesThat().resideInAnyPackage("picocli..", "mx.constancia.auditor.cli..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("mx.constancia.auditor.(*)..").should().beFreeOfCycles();
}
