package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;

import dev.rbee.client.ModelsClient;
import dev.rbee.client.QueenClient;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.service.hive.HiveOptions;
import dev.rbee.service.hive.HiveServer;
import dev.rbee.service.hive.boot.HiveMain;
import dev.rbee.service.hive.process.PortRange;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.queen.links.Machines;
import dev.rbee.service.settings.Settings;
import dev.rbee.service.settings.SettingsLoader;
import dev.rbee.testing.HubServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A hub, a queen and real hives with real workers, each in a home of its own. */
final class HubFleet implements AutoCloseable {
    static final Duration LONG = Duration.ofMinutes(2);
    private static final Path DEMO = Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf");

    final HubServer hub = HubServer.start();
    final TestQueen queen;
    private final Path folder;
    private final Settings settings;
    private final List<HiveServer> hives = new ArrayList<>();

    HubFleet(Path folder, Map<String, String> flags) {
        this.folder = folder;
        this.settings = SettingsLoader.load(folder.resolve("none.toml"), hub.environment(), with(flags))
                .settings();
        Home home = Home.at(folder.resolve("queen"));
        this.queen = new TestQueen(
                folder.resolve("queen"),
                List.of(),
                _ -> List.of(),
                Machines.overSsh(home, Installation.current(), List.of(), InstantSource.system()),
                settings,
                Map.of("HOME", folder.toString()));
    }

    private static Map<String, String> with(Map<String, String> flags) {
        Map<String, String> all = new java.util.HashMap<>(flags);
        all.put("models.adopt", "false");
        return all;
    }

    /** Starts one and waits until the queen has it. */
    void hive(String id) {
        hives.add(start(folder, id, queen.queen.port(), settings));
        await().atMost(LONG)
                .until(() -> client().hives().stream()
                        .anyMatch(hive -> hive.id().equals(id) && hive.online() && hive.capabilities() != null));
    }

    /** A real hive of the test's queen there, in a home of its own. */
    static HiveServer start(Path folder, String id, int queenPort, Settings settings) {
        Home home = Home.at(folder.resolve(id));
        home.create();
        try {
            PrivateFiles.createOnce(home.tokenFile(), TestQueen.TOKEN + "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        HiveOptions usual = HiveOptions.of(home, Installation.current(), settings);
        return HiveMain.start(new HiveOptions(
                home,
                usual.installation(),
                id,
                "127.0.0.1",
                0,
                true,
                PortRange.ANY,
                256,
                1,
                1,
                usual.models(),
                usual.engines(),
                0,
                queenPort,
                false,
                Duration.ofSeconds(2),
                List.of(),
                usual.workerMain()));
    }

    /** Puts a model at the hub that can be run: the demo model with other bytes behind it. */
    void model(String repo, String name, int more) throws IOException {
        Path file = folder.resolve("hub-" + name);
        byte[] tail = new byte[more];
        new Random(name.hashCode()).nextBytes(tail);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Files.readAllBytes(DEMO));
            out.write(tail);
        }
        hub.repo(repo).file(name, file);
    }

    QueenClient client() {
        return new QueenClient(queen.remote());
    }

    ModelsClient models() {
        return new ModelsClient(queen.remote());
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

    @Override
    public void close() {
        hives.forEach(hive -> hive.stop(Duration.ofSeconds(1)));
        queen.close();
        hub.close();
    }
}
