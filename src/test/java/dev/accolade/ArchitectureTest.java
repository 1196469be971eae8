package dev.accolade;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String[] SERVICES = {"fas", "cave", "cloudspot", "badgr", "learninglocker", "fasjson", "bodhi"};
    private static final JavaClasses ALL = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.accolade");

    @Test
    void whatDecidesKnowsNoCamelNoSqlAndNoHttp() {
        noClasses().that().resideInAnyPackage("dev.accolade.model..", "dev.accolade.rules..", "dev.accolade.plan..").should().dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", "java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..", "java.net.http..", "org.apache.hc..", "dev.accolade.service..",
                        "dev.accolade.ledger..").check(ALL);
    }

    @Test
    void aServiceKnowsNoOtherService() {
        for (String service : SERVICES) {
            for (String other : SERVICES) {
                if (!service.equals(other)) {
                    noClasses().that().resideInAPackage("dev.accolade.service." + service + "..").should().dependOnClassesThat()
                            .resideInAPackage("dev.accolade.service." + other + "..").check(ALL);
                }
            }
        }
    }

    @Test
    void aServiceKnowsNothingOfWhatUsesIt() {
        noClasses().that().resideInAPackage("dev.accolade.service..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.accolade.model..", "dev.accolade.rules..", "dev.accolade.plan..", "dev.accolade.ledger..", "dev.accolade.flow..", "dev.accolade.app..").check(ALL);
    }

    @Test
    void whatShowsWritesToNoTarget() {
        noClasses().that().resideInAnyPackage("dev.accolade.web..", "dev.accolade.cli..").should().dependOnClassesThat()
                .haveNameMatching("dev\\.accolade\\.service\\..*(Client|Request|Revocation|ClientChange)").check(ALL);
    }

    @Test
    void theSandboxKnowsNothingOfTheRest() {
        classes().that().resideInAPackage("dev.accolade.sandbox..").should().onlyDependOnClassesThat(
                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("dev.accolade.sandbox..")
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage("dev.accolade.."))).check(ALL);
    }

    @Test
    void nothingThatWorksForRealKnowsTheSandbox() {
        noClasses().that().resideInAPackage("dev.accolade..").and().resideOutsideOfPackages("dev.accolade.sandbox..", "dev.accolade.app..", "dev.accolade.cli..")
                .should().dependOnClassesThat().resideInAPackage("dev.accolade.sandbox..").check(ALL);
    }

    @Test
    void packagesHangTogetherWithoutCircles() {
        slices().matching("dev.accolade.(*)..").should().beFreeOfCycles().check(ALL);
    }
}
