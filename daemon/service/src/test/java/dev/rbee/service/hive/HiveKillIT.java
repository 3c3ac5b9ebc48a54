package dev.rbee.service.hive;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.home.RunFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HiveKillIT {
    @TempDir
    Path folder;

    private final List<ProcessHandle> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private Process hive(Home home, String... args) throws IOException {
        List<String> argv =
                new ArrayList<>(Installation.current().java("hive", List.of(), HiveProcess.class.getName()));
        argv.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(argv)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "hive.out"));
        builder.environment().put("RBEE_HOME", home.path().toString());
        Process process = builder.start();
        started.add(process.toHandle());
        return process;
    }

    private static HiveCalls calls(Home home, Process hive) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        home.runFile("hive").read().map(RunFile.Content::pid).orElse(0L) == hive.pid());
        String url = home.runFile("hive").read().orElseThrow().url();
        return new HiveCalls(url, String.valueOf(home.existingToken()));
    }

    private SpawnedWorker spawn(HiveCalls calls) {
        SpawnedWorker worker = calls.client.spawn(new SpawnWorker("demo", null, null, null, null, null, null, null));
        ProcessHandle.of(worker.pid()).ifPresent(started::add);
        return worker;
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @RepeatedTest(5)
    void noWorkerOutlivesAKilledHive() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        home.token(new SecureRandom());
        Process hive = hive(home);
        HiveCalls calls = calls(home, hive);
        long first = spawn(calls).pid();
        long second = spawn(calls).pid();
        assertTrue(alive(first) && alive(second));
        hive.destroyForcibly();
        await().atMost(Duration.ofSeconds(5)).until(() -> !alive(first) && !alive(second));
    }

    @Test
    void shutdownIsInTimeAndLeavesNothing() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        home.token(new SecureRandom());
        Process hive = hive(home);
        HiveCalls calls = calls(home, hive);
        long worker = spawn(calls).pid();
        assertEquals(202, calls.send("POST", "/v1/shutdown?drain_ms=1000", "{}").statusCode());
        await().atMost(Duration.ofSeconds(12)).until(() -> !hive.isAlive());
        assertEquals(0, hive.exitValue());
        assertTrue(!alive(worker) && home.runFile("hive").read().isEmpty());
    }

    @Test
    void sigtermStopsTheWorkersFirst() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        home.token(new SecureRandom());
        Process hive = hive(home);
        long worker = spawn(calls(home, hive)).pid();
        hive.destroy();
        await().atMost(Duration.ofSeconds(12)).until(() -> !hive.isAlive() && !alive(worker));
        assertTrue(home.runFile("hive").read().isEmpty());
    }

    @Test
    void withParentEndsWithItsStdin() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        home.token(new SecureRandom());
        Process hive = hive(home, "--with-parent");
        long worker = spawn(calls(home, hive)).pid();
        hive.getOutputStream().close();
        await().atMost(Duration.ofSeconds(8)).until(() -> !hive.isAlive() && !alive(worker));
    }
}
