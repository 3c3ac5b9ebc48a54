package dev.rbee.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How the code is written, where a machine can see it (style, rules 1, 5, 7, 8). */
class HouseRulesTest {
    @Test
    void onlyPackageFxOpensTheDoorToTheUiThread() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.rbee.app.fx..")
                .should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .check(Borders.PRODUCT);
    }

    @Test
    void whatDecidesReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.rbee.service.queen.routing..", "dev.rbee.contract..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(Borders.PRODUCT);
    }

    @Test
    void registriesReadNoClockOfTheirOwn() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.rbee.service.registry..",
                        "dev.rbee.service.queen.workers..",
                        "dev.rbee.service.queen.hives..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(Borders.PRODUCT);
    }

    @Test
    void packagesAreNamedAfterFeatures() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..manager..", "..impl..", "..helper..")
                .check(Borders.PRODUCT);
    }

    @Test
    void nothingPrintsPastTheLogButTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.rbee.service.cli..", "..boot..", "dev.rbee.app.launch..")
                .and()
                .haveSimpleNameNotEndingWith("Main")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(Borders.PRODUCT);
    }

    @Test
    void featuresOfTheContractDoNotGoInCircles() {
        slices().matching("dev.rbee.contract.(*)..").should().beFreeOfCycles().check(Borders.PRODUCT);
    }
}
