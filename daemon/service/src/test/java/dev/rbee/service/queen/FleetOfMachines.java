package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;

import dev.rbee.client.Http;
import dev.rbee.client.NodesClient;
import dev.rbee.client.QueenClient;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.service.home.Installation;
import dev.rbee.service.queen.links.Machines;
import dev.rbee.service.queen.links.SshConnector;
import dev.rbee.service.queen.nodes.SshProvisioning;
import dev.rbee.service.registry.RegistryListener;
import dev.rbee.service.registry.RegistryServer;
import dev.rbee.service.settings.DeclaredHive;
import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A registry, a queen that can be started again, and a bundle whose hive is the one of this class path. */
final class FleetOfMachines implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Path folder;
    final RegistryServer registry;
    private final List<DeclaredHive> declared;
    private TestQueen queen;

    FleetOfMachines(Path folder, List<DeclaredHive> declared) throws IOException {
        this.folder = folder;
        this.declared = declared;
        Files.createDirectories(folder.resolve("user"));
        bundle(Version.CURRENT + "-aaaaaaaa");
        registry = RegistryServer.start(new RegistryServer.Options(
                "127.0.0.1", 0, TestQueen.TOKEN, "r", InstantSource.system(), System::nanoTime, RegistryListener.NONE));
        queen = started();
    }

    private TestQueen started() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Installation installation =
                new Installation(java, System.getProperty("java.class.path"), folder.resolve("image/assets"));
        Machines machines = new Machines(
                new SshConnector(knownHosts(), folder.resolve("user"), "nobody-here"),
                new SshProvisioning(installation, folder.resolve("cache"), InstantSource.system()),
                declared);
        return new TestQueen(folder.resolve("queen"), List.of(registry.url()), _ -> List.of(), machines);
    }

    Path knownHosts() {
        return folder.resolve("queen/known_hosts");
    }

    TestQueen queen() {
        return queen;
    }

    /** Ends the queen and starts another one on the same files. */
    void restartQueen() {
        queen.close();
        queen = started();
    }

    QueenClient client() {
        return new QueenClient(queen.remote());
    }

    NodesClient nodes() {
        return new NodesClient(queen.remote());
    }

    Http http() {
        return queen.http;
    }

    /** How that machine is added. */
    static AddNode machine(String name, Sshd sshd, boolean accept) {
        return new AddNode(
                name,
                "127.0.0.1",
                sshd.port(),
                sshd.user(),
                sshd.key().toString(),
                null,
                null,
                null,
                accept ? sshd.fingerprint() : null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Waits for the end of a job; throws where it did not go well. */
    JobInfo done(String job) {
        await("job " + job).atMost(LONG).until(() -> client().job(job).state() != JobState.RUNNING);
        JobInfo end = client().job(job);
        if (end.state() != JobState.DONE) {
            throw new AssertionError(job + " ended with " + end);
        }
        return end;
    }

    /** Spawns a worker with the demo model; its id. */
    String spawn(String hive) {
        SpawnWorker request = new SpawnWorker("demo", hive, null, null, null, 1, null, null);
        return Objects.requireNonNull(done(client().spawn(request).jobId()).result())
                .path("id")
                .asText();
    }

    /** One answer, through the queen. */
    String chat() {
        Map<String, Object> request = Map.of(
                "model", "demo", "max_tokens", 8, "messages", List.of(Map.of("role", "user", "content", "hello")));
        return http().callSlow(queen.remote()
                        .postRequest("/v1/chat/completions", request)
                        .build())
                .orThrow()
                .as(com.fasterxml.jackson.databind.JsonNode.class)
                .path("choices")
                .path(0)
                .path("message")
                .path("content")
                .asText();
    }

    /** Another bundle instead of the one there is. */
    void bundle(String version) throws IOException {
        Path node = folder.resolve("image/node");
        Files.createDirectories(folder.resolve("image/assets"));
        Path content = Files.createDirectories(folder.resolve("content-" + version));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        script(content, "bin/rbee-hive", """
                here=$(cd -P "$(dirname "$0")/.." && pwd -P)
                exec "$here/runtime/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m "-Drbee.from=$here/lib" "-Drbee.assets=%s" \
                -cp "$(cat "$here/lib/classpath")" dev.rbee.service.boot.Main hive
                """.formatted(System.getProperty("rbee.assets")));
        script(content, "runtime/bin/java", "exec " + java + " \"$@\"\n");
        Files.createDirectories(content.resolve("lib"));
        Files.writeString(content.resolve("lib/classpath"), System.getProperty("java.class.path"));
        pack(content, node, version);
    }

    /** A bundle whose hive ends at once. */
    void brokenBundle(String version) throws IOException {
        Path content = Files.createDirectories(folder.resolve("content-" + version));
        script(content, "bin/rbee-hive", "echo 'this build cannot start'\nexit 7\n");
        script(content, "runtime/bin/java", "exit 7\n");
        pack(content, folder.resolve("image/node"), version);
    }

    private static void pack(Path content, Path node, String version) throws IOException {
        if (Files.isDirectory(node)) {
            try (var old = Files.list(node)) {
                for (Path each : old.toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(node);
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        Path file = node.resolve("rbee-node-" + version + "-linux-" + arch + ".tar.gz");
        Process tar = new ProcessBuilder("tar", "-czf", file.toString(), "-C", content.toString(), ".")
                .inheritIO()
                .start();
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("tar failed");
            }
            String sha = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
            Files.writeString(node.resolve(file.getFileName() + ".sha256"), sha + "  " + file.getFileName() + "\n");
        } catch (InterruptedException | NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private static void script(Path content, String name, String text) throws IOException {
        Path file = content.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "#!/bin/sh\n" + text, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Everything in a machine's home but its SSH files. */
    static List<String> listing(Sshd sshd) {
        try (var files = Files.walk(sshd.home())) {
            return files.map(file -> sshd.home().relativize(file).toString())
                    .filter(name -> !name.isEmpty() && !name.startsWith(".ssh"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        queen.close();
        registry.close();
    }
}
