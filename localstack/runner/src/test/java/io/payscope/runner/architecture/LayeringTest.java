package io.payscope.runner.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the house and what each may know. Maven forbids cycles between modules; this looks inside them. */
@AnalyzeClasses(packages = "io.payscope", importOptions = LayeringTest.MainClasses.class)
class LayeringTest {

    /** Leaves out test classes, as folders and as the jars that modules share their test support in. */
    static final class MainClasses implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    private static final String[] STORES = {
        "io.payscope.objects..", "io.payscope.ledger..", "io.payscope.graph..", "io.payscope.vectors.."
    };

    @ArchTest
    static final ArchRule CORE_KNOWS_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage("io.payscope.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.payscope.core..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule WIRE_KNOWS_CORE_AND_JSON = classes()
            .that()
            .resideInAPackage("io.payscope.wire..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.payscope.wire..", "io.payscope.core..", "tools.jackson..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule LIBRARIES_KNOW_NO_FRAMEWORK_AND_NO_CLOUD = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.payscope.core..", "io.payscope.wire..", "io.payscope.learning..", "io.payscope.datasets..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "software.amazon..", "com.amazonaws..");

    @ArchTest
    static final ArchRule HTTP_KNOWS_CORE_AND_WIRE_AND_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("io.payscope.http..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "software.amazon..")
                    .or(resideInAnyPackage("io.payscope..")
                            .and(resideOutsideOfPackages(
                                    "io.payscope.http..", "io.payscope.core..", "io.payscope.wire.."))));

    @ArchTest
    static final ArchRule LEARNING_KNOWS_CORE_ONLY = noClasses()
            .that()
            .resideInAPackage("io.payscope.learning..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.payscope..")
                    .and(resideOutsideOfPackages("io.payscope.learning..", "io.payscope.core..")));

    @ArchTest
    static final ArchRule STORES_KNOW_CORE_AND_WIRE_AND_NOT_EACH_OTHER = slices().matching(
                    "io.payscope.(objects|ledger|graph|vectors)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule STORES_KNOW_NO_SPRING = noClasses()
            .that()
            .resideInAnyPackage(STORES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule ONLY_COMPOSITION_KNOWS_BOTH_A_STAGE_AND_THE_STORES = noClasses()
            .that()
            // Also what Spring generates from a composition ahead of time.
            .haveNameNotMatching(".*Application(__\\w+)?")
            .and()
            .resideOutsideOfPackages(STORES)
            .and()
            .resideOutsideOfPackages("io.payscope.runner..", "io.payscope.cli.aws..", "io.payscope.cli.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STORES);

    /** A command that asks no bucket starts without loading the SDK. */
    @ArchTest
    static final ArchRule COMMANDS_KNOW_THE_CLOUD_BY_ONE_PACKAGE = noClasses()
            .that()
            .resideInAPackage("io.payscope.cli..")
            .and()
            .resideOutsideOfPackage("io.payscope.cli.aws..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "org.springframework..");

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_CORE_HAVE_NO_CYCLES_WITH_THE_REST =
            slices().matching("io.payscope.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_COMMANDS_TALK_TO_THE_TERMINAL = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.payscope.runner.command..", "io.payscope.stores..", "io.payscope.learning.bench..")
            .should()
            .accessField(System.class, "out");
}
