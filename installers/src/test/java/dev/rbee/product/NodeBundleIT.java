package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is uploaded to other machines: unpacked into an empty folder, run with an empty environment. */
@Timeout(180)
class NodeBundleIT {
    private static final String TOKEN = "rbee_token-of-the-queen-s-installation";
    private static final String NODE = Keys.nodeKey(TOKEN, "n1");
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
        Leftover.ofHome(folder).forEach(ProcessHandle::destroyForcibly);
    }

    private static Path bundle(String ending) throws IOException {
        try (Stream<Path> all = Files.list(Image.folder().resolve("node"))) {
            List<Path> found =
                    all.filter(file -> file.toString().endsWith(ending)).toList();
            assertEquals(1, found.size(), ending + " " + found);
            return found.getFirst();
        }
    }

    private static String ofThisSystem() {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return (mac ? "macos-" : "linux-") + (arm ? "arm64" : "x64") + ".tar.gz";
    }

    private Path unpacked(Path bundle) throws Exception {
        String sum = Files.readString(Path.of(bundle + ".sha256"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(bundle)));
        assertEquals(hash + "  " + bundle.getFileName() + "\n", sum);
        Path into = Files.createDirectories(folder.resolve("install/versions/v1"));
        Process tar = new ProcessBuilder("tar", "-xzf", bundle.toString(), "-C", into.toString())
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor());
        return into;
    }

    /** A hive of that bundle, as it is started on another machine; returns its process once it serves. */
    private Process hive(Path root, Map<String, String> environment) throws IOException {
        Path home = Files.createDirectories(root.resolveSibling("../home").normalize());
        Files.writeString(home.resolve("token"), NODE + "\n");
        Files.writeString(home.resolve("rbee.toml"), """
                [registry]
                port = 1
                [queen]
                port = 1
                [local_hive]
                name = "n1"
                port = 0
                """);
        ProcessBuilder builder =
                new ProcessBuilder(root.resolve("bin/rbee-hive").toString());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile());
        Process process = builder.start();
        started.add(process);
        process.getOutputStream().close();
        await().atMost(SOON).until(() -> !process.isAlive() || Files.exists(home.resolve("run/hive.json")));
        assertTrue(process.isAlive(), () -> said());
        return process;
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("out.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Api api() throws IOException {
        JsonNode run = Json.tree(Files.readAllBytes(folder.resolve("install/home/run/hive.json")));
        return new Api(run.path("url").asText(), NODE);
    }

    private static String spawn() {
        return Json.write(Map.of(
                "model",
                "demo",
                "identity",
                Map.of(
                        "worker_id",
                        "w-1",
                        "key",
                        Keys.workerKey(TOKEN, "w-1"),
                        "token_fingerprint",
                        Keys.fingerprint(TOKEN))));
    }

    @Test
    void bundleOfThisSystemBringsItsOwnJavaAndServes() throws Exception {
        Path bundle = bundle(ofThisSystem());
        assertTrue(Files.size(bundle) < 90_000_000, Files.size(bundle) + " bytes");
        Path root = unpacked(bundle);
        String version = Files.readString(root.resolve("VERSION")).strip();
        assertTrue(version.matches("[0-9.]+-[0-9a-f]{8}"), version);
        assertTrue(bundle.getFileName().toString().startsWith("rbee-node-" + version + "-"), bundle + " " + version);

        Process hive = hive(root, Map.of());
        assertEquals(
                root.toRealPath().resolve("runtime/bin/java"),
                Path.of(hive.info().command().orElseThrow()).toRealPath());
        answers(hive);
    }

    @Test
    void portableBundleRunsOnAJavaThatIsThere() throws Exception {
        Path root = unpacked(bundle("-portable.tar.gz"));
        assertFalse(Files.exists(root.resolve("runtime")));
        Process hive = hive(root, Map.of("RBEE_JAVA", System.getProperty("java.home")));
        answers(hive);
    }

    /** A worker of this hive answers, and both go without a trace but their files. */
    private void answers(Process hive) throws Exception {
        JsonNode worker = api().post("/v1/workers/spawn", spawn());
        long pid = worker.path("pid").asLong();
        Api direct = new Api("http://127.0.0.1:" + worker.path("port").asInt(), TOKEN);
        await().atMost(SOON)
                .until(() -> direct.get("/health").path("status").asText().equals("ok"));
        JsonNode answer = direct.post(
                "/v1/chat/completions",
                "{\"model\":\"demo\",\"max_tokens\":8,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}");
        assertFalse(answer.at("/choices/0/message/content").asText().isBlank(), answer.toString());
        for (long process : new long[] {hive.pid(), pid}) {
            String open = proc(process, "cmdline") + proc(process, "environ");
            assertFalse(open.contains("rbn_") || open.contains("rbw_") || open.contains(TOKEN), open);
        }
        hive.destroy();
        assertTrue(hive.waitFor(SOON.toMillis(), TimeUnit.MILLISECONDS));
        await().atMost(SOON).until(() -> ProcessHandle.of(pid).isEmpty());
        String log = Files.readString(folder.resolve("install/home/logs/hive.log"));
        assertTrue(log.contains("hive=n1 stopped"), log);
        assertFalse(log.contains("rbn_") || log.contains("rbw_") || log.contains(" ERROR "), log);
        assertEquals("ready " + api(log), said().strip());
    }

    private static String api(String log) {
        return log.replaceAll("(?s).*hive=n1 url=(\\S+).*", "$1");
    }

    private static String proc(long pid, String file) throws IOException {
        return new String(Files.readAllBytes(Path.of("/proc", pid + "", file)), StandardCharsets.UTF_8);
    }

    @Test
    void withoutAJavaThatWillDoItSaysSo() throws Exception {
        Path root = unpacked(bundle("-portable.tar.gz"));
        Path old = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"17.0.2\" 2022-01-18' >&2\n");
        assertTrue(old.toFile().setExecutable(true));
        String no = refusal(root, "--java", folder.resolve("old").toString());
        assertTrue(no.contains("is Java 17; rbee needs 25 or newer"), no);
        no = refusal(root, "--java", "/nowhere/java");
        assertTrue(no.contains("nor at \"/nowhere/java\""), no);
        // The bundle may be reached through a link.
        Files.createDirectories(folder.resolve("install/versions"));
        Files.createSymbolicLink(folder.resolve("install/current"), Path.of("versions/v1"));
        Files.copy(old, folder.resolve("java"), StandardCopyOption.COPY_ATTRIBUTES);
        no = refusal(
                folder.resolve("install/current"),
                "--java",
                folder.resolve("java").toString());
        assertTrue(no.contains("is Java 17"), no);
    }

    private String refusal(Path root, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("bin/rbee-hive").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), said);
        return said;
    }
}
