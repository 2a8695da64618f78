package mx.constancia;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** What may lean on what within the service; that decisions are pure has a test beside them. */
@AnalyzeClasses(packages = "mx.constancia", importOptions = ArchitectureTest.OfThisService.class)
class ArchitectureTest {

    /** The service's own classes, without its tests and the modules that it uses. */
    static final class OfThisService implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return location.contains("/command-service/target/classes/");
        }
    }

    @ArchTest
    static final ArchRule axonStaysInItsBinding = noClasses()
            .that().resideOutsideOfPackages("mx.constancia.command.axon..", "mx.constancia.command.eventlog..")
            .should().dependOnClassesThat().resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule theAdapterKnowsDecisionsAndEventsOnly = classes()
            .that().resideInAPackage("mx.constancia.command.http..")
            .should().onlyDependOnClassesThat(not(resideInAPackage("mx.constancia.."))
                    .or(resideInAnyPackage("mx.constancia.command.http..", "mx.constancia.decision", "mx.constancia.guidelines",
                            "mx.constancia.events", "mx.constancia.vocabulary")));

    @ArchTest
    static final ArchRule nothingBelowTheAdapterKnowsHttp = noClasses()
            .that().resideOutsideOfPackage("mx.constancia.command.http..")
            .should().dependOnClassesThat().resideInAnyPackage("mx.constancia.command.http..", "jakarta.servlet..",
                    "org.springframework.web..", "org.springframework.http..", "org.springframework.security..");

    @ArchTest
    static final ArchRule whatTheLedgerDecidesKnowsNoDatabaseAndNoNetwork = classes()
            .that().resideInAPackage("mx.constancia.command.ledger.tree..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java.lang..", "java.util..", "java.time..", "java.nio.charset..",
                    "org.jspecify..", "mx.constancia.command.ledger.tree..", "mx.constancia.events..", "mx.constancia.ledger..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("mx.constancia.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyPrints = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule timeIsAskedOfTheClock = noClasses()
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Date");
}
