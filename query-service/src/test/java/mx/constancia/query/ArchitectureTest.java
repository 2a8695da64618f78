package mx.constancia.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.mongodb.client.MongoDatabase;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import mx.constancia.query.store.Generations;
import mx.constancia.query.store.MongoViewStore;

@AnalyzeClasses(packages = "mx.constancia.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesDoNotDependOnEachOtherInCircles =
            slices().matching("mx.constancia.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyProjectionAndLedgerKnowKafka = noClasses().that().resideOutsideOfPackages("..query.projection..", "..query.ledger..")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule theyReachTheStoreThroughItsContractOnly = noClasses().that().resideInAnyPackage("..query.projection..", "..query.ledger..")
            .should().dependOnClassesThat().resideInAnyPackage("com.mongodb..");

    @ArchTest
    static final ArchRule questionsDoNotDependOnTheProjection = noClasses().that().resideOutsideOfPackage("..query.projection..")
            .should().dependOnClassesThat().resideInAPackage("..query.projection..");

    @ArchTest
    static final ArchRule onlyTheLivingGenerationIsRead = noClasses().that().doNotBelongToAnyOf(Generations.class, MongoViewStore.class)
            .should().callMethod(MongoDatabase.class, "getCollection", String.class);
}
