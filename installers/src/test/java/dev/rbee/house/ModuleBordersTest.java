package dev.rbee.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Who may use whom (design section 2). */
class ModuleBordersTest {
    private static final String CONTRACT = "dev.rbee.contract..";
    private static final String HTTP = "dev.rbee.http..";
    private static final String CLIENT = "dev.rbee.client..";
    private static final String WORKER = "dev.rbee.worker..";
    private static final String SERVICE = "dev.rbee.service..";
    private static final String APP = "dev.rbee.app..";

    private static void mayNotUse(String part, String... others) {
        noClasses()
                .that()
                .resideInAPackage(part)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(Borders.PRODUCT);
    }

    @Test
    void everyPartIsThere() {
        for (String part : new String[] {"contract", "http", "client", "worker", "service", "app"}) {
            assertTrue(Borders.PRODUCT.stream().anyMatch(c -> c.getPackageName().startsWith("dev.rbee." + part)), part);
        }
    }

    @Test
    void contractUsesNothingOfOurs() {
        mayNotUse(CONTRACT, HTTP, CLIENT, WORKER, SERVICE, APP);
    }

    @Test
    void theServerKitKnowsOnlyTheContract() {
        mayNotUse(HTTP, CLIENT, WORKER, SERVICE, APP, "okhttp3..");
    }

    @Test
    void clientsKnowOnlyTheContract() {
        mayNotUse(CLIENT, HTTP, WORKER, SERVICE, APP, "io.helidon..", "java.sql..", "javafx..");
    }

    @Test
    void theWorkerKnowsNeitherServiceNorApplication() {
        mayNotUse(WORKER, SERVICE, APP, "java.sql..", "javafx..");
    }

    @Test
    void theServiceKnowsNeitherWorkerCodeNorApplication() {
        mayNotUse(SERVICE, WORKER, APP, "de.kherud..", "javafx..");
    }

    @Test
    void theApplicationSeesOnlyTheFacadeOfTheService() {
        mayNotUse(
                APP,
                WORKER,
                HTTP,
                "dev.rbee.service.cli..",
                "dev.rbee.service.queen..",
                "dev.rbee.service.hive..",
                "dev.rbee.service.registry..",
                "dev.rbee.service.jobs..",
                "dev.rbee.service.models..",
                "io.helidon..",
                "de.kherud..");
    }

    @Test
    void onlyTheEngineTouchesLlama() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.rbee.worker..", "de.kherud..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.kherud..")
                .check(Borders.PRODUCT);
    }
}
