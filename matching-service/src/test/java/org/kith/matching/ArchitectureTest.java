package org.kith.matching;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.kith.matching", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Where the thinking is: plain Java, tested in milliseconds. */
    private static final String[] PLAIN = {
        "..code..",
        "..candidate..",
        "..query..",
        "..policy..",
        "..eligibility..",
        "..scoring..",
        "..selection..",
        "..network..",
        "..crisis..",
        "..plan..",
        "..explanation.."
    };

    @ArchTest
    static final ArchRule thinkingKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage(PLAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "org.apache.kafka..", "org.eclipse..");

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("org.kith.matching.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|DTO|Dto)");

    @ArchTest
    static final ArchRule onlyThePlatformKnowsKafka = classes()
            .that()
            .resideOutsideOfPackage("..platform..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("org.apache.kafka..");
}
