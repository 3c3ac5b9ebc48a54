package dev.rbee.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that sign: without keys they leave everything as it is; with keys they call the tools of their system as those want it. */
class SigningTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Path calls = Path.of("");

    /** Stand-ins for the tools write down how they are called. */
    @BeforeEach
    void tools() throws IOException {
        calls = Files.createFile(folder.resolve("calls"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : List.of("codesign", "xcrun", "productsign", "java", "gpg", "minisign", "rpmsign")) {
            Path file = bin.resolve(tool);
            String copy = tool.equals("productsign") ? "for last; do :; done; : >\"$last\"\n" : "";
            Files.writeString(file, "#!/bin/sh\necho \"" + tool + " $*\" >>'" + calls + "'\n" + copy);
            assertTrue(file.toFile().setExecutable(true));
        }
        environment.put("PATH", bin + ":/usr/bin:/bin");
    }

    private int sign(String script, String stage, Path what) throws IOException, InterruptedException {
        Path path = ROOT.resolve("jpackage/sign").resolve(script);
        ProcessBuilder builder = new ProcessBuilder("bash", path.toString(), stage, what.toString());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        Process process = builder.start();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .forEach(System.out::println);
        return process.waitFor();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(calls);
    }

    private Path bundle() throws IOException {
        Path bundle = folder.resolve("rbee.app");
        for (String name : List.of(
                "Contents/app/app/libglass.dylib",
                "Contents/runtime/Contents/Home/bin/java",
                "Contents/runtime/Contents/Home/lib/libjli.dylib",
                "Contents/MacOS/rbee",
                "Contents/MacOS/rbee-app")) {
            Path file = bundle.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, name);
            assertTrue(file.toFile().setExecutable(true));
        }
        return bundle;
    }

    @Test
    void withoutKeysNothingIsCalledAndNothingChanged() throws Exception {
        Path image = Files.createDirectories(folder.resolve("image"));
        Files.writeString(image.resolve("rbee.exe"), "program");
        for (String script : List.of("linux.sh", "windows.sh", "macos.sh")) {
            for (String type : List.of("deb", "rpm", "msi", "exe", "dmg", "pkg")) {
                Path file = Files.writeString(folder.resolve("rbee." + type), "package");
                assertEquals(0, sign(script, "package", file));
                assertArrayEquals("package".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(file));
            }
            assertEquals(0, sign(script, "libraries", image));
        }
        assertEquals(0, sign("linux.sh", "image", image));
        assertEquals(0, sign("windows.sh", "image", image));
        assertEquals(List.of(), calls());
    }

    @Test
    void unknownStageIsAMistake() throws Exception {
        environment.putAll(Map.of("WINDOWS_PFX", "x", "MACOS_IDENTITY", "x"));
        for (String script : List.of("linux.sh", "windows.sh", "macos.sh")) {
            assertNotEquals(0, sign(script, "everything", folder));
        }
    }

    @Test
    void bundleOfNobodyIsSealedAgain() throws Exception {
        Path bundle = bundle();
        assertEquals(0, sign("macos.sh", "image", bundle));
        assertEquals(List.of("codesign --force --deep --sign - " + bundle), calls());
    }

    @Test
    void bundleOfADeveloperIsSignedFromTheInsideToTheOutside() throws Exception {
        Path bundle = bundle();
        environment.put("MACOS_IDENTITY", "Developer ID Application: Somebody (AB12)");
        assertEquals(0, sign("macos.sh", "image", bundle));
        List<String> order = new ArrayList<>();
        for (String call : calls()) {
            order.add(Path.of(call.substring(call.lastIndexOf(' ') + 1))
                    .getFileName()
                    .toString());
            if (!call.startsWith("codesign --verify")) {
                assertTrue(call.contains("--options runtime --sign Developer ID Application: Somebody (AB12)"), call);
            }
        }
        assertEquals(
                List.of(
                        "libglass.dylib",
                        "libjli.dylib",
                        "java",
                        "rbee",
                        "rbee-app",
                        "runtime",
                        "rbee.app",
                        "rbee.app"),
                order);
        assertTrue(calls().get(2).contains("--entitlements"), "Java must be allowed to compile");
        assertTrue(calls().get(6).contains("--entitlements"), calls().get(6));
    }

    @Test
    void packageOfADeveloperGoesToTheNotary() throws Exception {
        environment.putAll(Map.of("MACOS_IDENTITY", "A", "MACOS_INSTALLER_IDENTITY", "I"));
        environment.putAll(Map.of("NOTARY_KEY", "k.p8", "NOTARY_KEY_ID", "K", "NOTARY_ISSUER", "U"));
        Path pkg = Files.writeString(folder.resolve("rbee.pkg"), "package");
        assertEquals(0, sign("macos.sh", "package", pkg));
        assertEquals(
                List.of(
                        "productsign --timestamp --sign I " + pkg + " " + pkg + ".signed",
                        "xcrun notarytool submit " + pkg + " --key k.p8 --key-id K --issuer U --wait --timeout 30m",
                        "xcrun stapler staple " + pkg),
                calls());
        assertEquals(0, Files.size(pkg), "the signed one takes its place");
    }

    @Test
    void programsOfWindowsAreSignedTogether() throws Exception {
        Path image = Files.createDirectories(folder.resolve("image"));
        for (String name : List.of("rbee.exe", "rbee-app.exe", "rbee.ico")) {
            Files.writeString(image.resolve(name), name);
        }
        environment.putAll(Map.of("WINDOWS_PFX", "c.pfx", "WINDOWS_PFX_PASSWORD", "secret", "JSIGN", "j.jar"));
        assertEquals(0, sign("windows.sh", "image", image));
        String call = String.join("\n", calls());
        assertTrue(call.endsWith(image.resolve("rbee-app.exe") + " " + image.resolve("rbee.exe")), call);
        assertTrue(call.contains("--storepass env:WINDOWS_PFX_PASSWORD") && !call.contains("secret"), call);
    }
}
