package dev.rbee.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.home.JavaOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Everything that starts Java is run with a Java that only says what it was given. */
@DisabledOnOs(OS.WINDOWS)
class OneListOfOptionsTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Jars JARS = new Jars(List.of("lib/a.jar", "lib/b.jar"), List.of("app/w.jar"));

    @TempDir
    Path folder;

    /** A folder like a JDK whose {@code java} prints its arguments, one a line. */
    private Path sayingJava(Path home) throws IOException {
        for (String name : List.of("java", "javac")) {
            program(home.resolve("bin").resolve(name), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        return home;
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true));
    }

    private static List<String> said(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        Process process = builder.start();
        process.getOutputStream().close();
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), all);
        return all.lines().toList();
    }

    private static List<String> listed(String part) throws IOException {
        return JavaOptions.parse(Files.readString(CHECKOUT.resolve("jpackage/java.options")))
                .of(part);
    }

    @Test
    void theCheckoutsScriptReadsIt() throws Exception {
        Path checkout = folder.resolve("checkout");
        Files.createDirectories(checkout.resolve("installers/target"));
        Files.createDirectories(checkout.resolve("jpackage"));
        Files.copy(CHECKOUT.resolve("rbee"), checkout.resolve("rbee"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(CHECKOUT.resolve("jpackage/java.options"), checkout.resolve("jpackage/java.options"));
        Files.createFile(checkout.resolve("installers/target/stamp"));
        Map<String, String> java =
                Map.of("RBEE_JAVA", sayingJava(folder.resolve("jdk")).toString());
        String rbee = checkout.resolve("rbee").toString();
        assertBegins(listed("cli"), said(List.of(rbee, "--version"), java));
        assertBegins(listed("daemon"), said(List.of(rbee, "--daemon"), java));
        assertBegins(listed("daemon"), said(List.of(rbee), java));
    }

    @Test
    void theBundlesScriptReadsIt() throws Exception {
        Path root = folder.resolve("versions/v1");
        String script = Files.readString(CHECKOUT.resolve("installers/src/main/node/bin/rbee-hive"));
        program(root.resolve("bin/rbee-hive"), script);
        Files.copy(CHECKOUT.resolve("jpackage/java.options"), root.resolve("java.options"));
        sayingJava(root.resolve("runtime"));
        List<String> said = said(
                List.of(root.resolve("bin/rbee-hive").toString()),
                Map.of("RBEE_HOME", folder.resolve("home").toString()));
        assertBegins(listed("hive"), said);
    }

    @Test
    void theInstalledProgramsReadIt() throws Exception {
        Path root = folder.resolve("opt");
        sayingJava(root.resolve("lib/runtime"));
        JavaOptions list = JavaOptions.parse(Files.readString(CHECKOUT.resolve("jpackage/java.options")));
        for (Program program : Program.ALL) {
            Path script = root.resolve("bin").resolve(program.name());
            program(script, program.script(JARS, list));
            Path link = folder.resolve("link-" + program.name());
            Files.createSymbolicLink(link, folder.relativize(script));
            List<String> said = said(List.of(link.toString(), "a b", ""), Map.of());
            List<String> wanted = new ArrayList<>(
                    program.options(list, root.toRealPath() + "/lib/app", root.toRealPath() + "/bin/rbee", ":"));
            assertBegins(listed(program.part()), wanted);
            assertBegins(wanted, said);
            assertEquals(List.of(program.mainClass(), "a b", ""), said.subList(said.size() - 3, said.size()));
            String path = said.get(said.indexOf("-cp") + 1);
            assertEquals(String.join(":", program.classPath(JARS, root.toRealPath() + "/lib/app")), path);
            assertEquals(program.cached(), path.endsWith("/app/w.jar"));
        }
    }

    @Test
    void jpackagesLaunchersReadIt() throws IOException {
        JavaOptions list = JavaOptions.parse(Files.readString(CHECKOUT.resolve("jpackage/java.options")));
        for (Program program : Program.ALL) {
            List<String> options = program.configuration(JARS, list, "1.2.3", Layout.LINUX)
                    .lines()
                    .filter(line -> line.startsWith("java-options="))
                    .map(line -> line.substring("java-options=".length()))
                    .toList();
            assertEquals("-Djpackage.app-version=1.2.3", options.getFirst());
            assertBegins(listed(program.part()), options.subList(1, options.size()));
        }
    }

    @Test
    void thereIsNoOtherList() throws IOException {
        assertEquals(
                Files.readString(CHECKOUT.resolve("jpackage/java.options"))
                        .lines()
                        .toList(),
                new String(JavaOptions.class.getResourceAsStream("java.options").readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
        for (String script : List.of("rbee", "rbee.cmd", "installers/src/main/node/bin/rbee-hive")) {
            String text = Files.readString(CHECKOUT.resolve(script));
            assertFalse(text.contains("-XX:") || text.contains("-Xm"), script);
            assertTrue(text.contains("java.options"), script);
        }
    }

    private static void assertBegins(List<String> wanted, List<String> said) {
        assertEquals(wanted, said.subList(0, Math.min(wanted.size(), said.size())), said.toString());
    }
}
