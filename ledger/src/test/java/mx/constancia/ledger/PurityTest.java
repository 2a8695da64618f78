package mx.constancia.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "mx.constancia.ledger", importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {

    @ArchTest
    static final ArchRule theFormatsNeedTheJdkAlone = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("mx.constancia.ledger..", "java..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule theFormatsNeitherReadNorWrite = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..");

    @ArchTest
    static final ArchRule noConceptDependsOnItselfThroughAnother =
            slices().matching("mx.constancia.ledger.(*)..").should().beFreeOfCycles();
}
