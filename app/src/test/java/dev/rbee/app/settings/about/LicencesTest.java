package dev.rbee.app.settings.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LicencesTest {
    /** On the class path of the tests only. */
    private static final String TESTS = "(junit|opentest4j|apiguardian|testfx|org\\.osgi|hamcrest|assertj|awaitility"
            + "|surefire|common-java5|byte-buddy|maven).*";

    @Test
    void everyJarOfTheApplicationIsListed() {
        List<String> jars = Arrays.stream(
                        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(path -> new File(path).getName())
                .filter(name -> name.endsWith(".jar") && !name.matches(TESTS))
                .toList();
        assertTrue(jars.stream().anyMatch(jar -> jar.startsWith("javafx-controls")), jars.toString());
        assertEquals(List.of(), Licences.read().unknown(jars));
        assertEquals(List.of("unheard-of-1.0.jar"), Licences.read().unknown(List.of("unheard-of-1.0.jar")));
    }

    @Test
    void everyPartHasItsTerms() {
        for (Part part : Licences.read().parts()) {
            assertTrue(Licences.text(part).length() > 200, part.name());
            assertFalse(part.copyright().isEmpty(), part.name());
        }
    }

    @Test
    void versionsAreThoseOfTheJars() {
        Part javafx = Licences.read().parts().stream()
                .filter(part -> part.name().startsWith("JavaFX"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Optional.of("26.0.2"), Licences.version(javafx, List.of("x-1.jar", "javafx-base-26.0.2-linux.jar")));
        assertEquals(Optional.empty(), Licences.version(javafx, List.of("classes")));
    }
}
