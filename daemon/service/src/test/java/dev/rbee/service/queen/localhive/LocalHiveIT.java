package dev.rbee.service.queen.localhive;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.Http;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.hive.HiveProcess;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.home.RunFile;
import dev.rbee.service.jobs.JobContext;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LocalHiveIT {
    @TempDir
    Path folder;

    private final List<HiveState> states = new CopyOnWriteArrayList<>();
    private final Http http = new Http();
    private Home home;
    private String token;

    @BeforeEach
    void make() {
        home = Home.at(folder.resolve("home")).create();
        token = home.token(new SecureRandom());
    }

    @AfterEach
    void endAll() {
        pid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
    }

    private java.util.Optional<Long> pid() {
        return home.runFile("hive").read().map(RunFile.Content::pid);
    }

    private LocalHive hive(String main) {
        return new LocalHive(new LocalHiveParts(
                "local",
                home,
                Installation.current(),
                token,
                http,
                Map.of("PATH", "/usr/bin:/bin", "RBEE_TOKEN", "canary", "RBEE_LOG_LEVEL", "info"),
                Map.of(),
                List.of(main, "hive"),
                false,
                Duration.ofSeconds(30),
                (state, message) -> states.add(state),
                System::nanoTime));
    }

    @Test
    void startsRestartsHandsOverAndStops() throws Exception {
        LocalHive first = hive(HiveProcess.class.getName());
        first.start(new Quiet());
        String url = first.url().orElseThrow();
        long pid = pid().orElseThrow();

        LocalHive next = hive(HiveProcess.class.getName());
        next.start(new Quiet());
        assertEquals(url, next.url().orElseThrow());
        assertEquals(pid, pid().orElseThrow());
        first.close();

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> pid().orElse(pid) != pid && next.url().isPresent());
        assertTrue(states.contains(HiveState.OFFLINE));
        long again = pid().orElseThrow();
        assertNotEquals(pid, again);

        next.stop(Duration.ofSeconds(1));
        assertFalse(ProcessHandle.of(again).map(ProcessHandle::isAlive).orElse(false));
        assertEquals(HiveState.STOPPED, states.getLast());
        assertTrue(pid().isEmpty());
    }

    @Test
    void hiveThatCannotStartIsSaidWithItsLog() {
        LocalHive broken = hive("dev.rbee.NoSuchMain");
        Problem problem = assertThrows(ProblemException.class, () -> broken.start(new Quiet()))
                .problem();
        assertTrue(String.valueOf(problem.details()).contains("NoSuchMain"), problem.toString());
        broken.close();
    }

    @Test
    void noSecretIsInItsEnvironment() {
        LocalHiveParts parts = new LocalHiveParts(
                "local",
                home,
                Installation.current(),
                token,
                http,
                Map.of("RBEE_TOKEN", "x", "HF_TOKEN", "y", "AWS_SECRET", "z", "RBEE_LOG_LEVEL", "debug"),
                Map.of("RBEE_WORKER_SLOTS", "3"),
                LocalHiveParts.MAIN,
                false,
                Duration.ofSeconds(1),
                (state, message) -> {},
                System::nanoTime);
        Map<String, String> environment = HiveCommand.environment(parts);
        assertEquals(
                List.of("OMP_WAIT_POLICY", "RBEE_HOME", "RBEE_LOG_LEVEL", "RBEE_WORKER_SLOTS"),
                environment.keySet().stream().sorted().toList());
    }

    private static final class Quiet implements JobContext {
        @Override
        public String jobId() {
            return "job";
        }

        @Override
        public void progress(double fraction, String message) {}

        @Override
        public void log(String line) {}

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void checkCancelled() {}

        @Override
        public void onCancel(Runnable undo) {}
    }
}
