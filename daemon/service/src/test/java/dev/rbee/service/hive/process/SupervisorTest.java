package dev.rbee.service.hive.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.ProcessState;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.contract.workers.WorkerProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SupervisorTest {
    @TempDir
    Path folder;

    private static Problem problem(Future<?> failed) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> failed.get(60, TimeUnit.SECONDS));
        return assertInstanceOf(ProblemException.class, e.getCause()).problem();
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Test
    void spawnsListsAndStops() throws Exception {
        try (Bench bench = new Bench(folder, PortRange.ANY)) {
            SpawnedWorker spawned = bench.spawn("w1", "good", "load_ms=200").get();
            WorkerProcess process = bench.process("w1");
            assertEquals(ProcessState.RUNNING, process.state());
            assertEquals(spawned.pid(), process.pid());
            assertEquals(spawned.port(), process.port());
            assertTrue(bench.supervisor.modelsInUse().contains("good"));
            String log = bench.supervisor.log("w1").orElseThrow().tail(50);
            assertTrue(log.contains("OMP_WAIT_POLICY"), log);
            assertFalse(log.contains("SECRET_TOKEN"), log);

            WorkerProcess last =
                    bench.supervisor.stop("w1", Duration.ofSeconds(20)).get();
            assertEquals(ProcessState.EXITED, last.state());
            assertEquals(0, last.exitCode());
            assertFalse(alive(spawned.pid()));
            assertEquals(List.of(new WorkerEnd("w1", "good", "stopped", false)), bench.ends);
            assertTrue(Files.readString(LogFolder.file(folder, "w1")).contains("finished"));
            assertTrue(bench.supervisor.modelsInUse().isEmpty());
        }
    }

    @Test
    void sameSpawnIdStartsOnce() throws Exception {
        try (Bench bench = new Bench(folder, PortRange.ANY)) {
            Future<SpawnedWorker> a = bench.supervisor.spawn(bench.plan("w1", "good", ""), "once");
            Future<SpawnedWorker> b = bench.supervisor.spawn(bench.plan("w2", "good", ""), "once");
            assertEquals(a.get(), b.get());
            assertEquals(1, bench.supervisor.processes().size());
        }
    }

    @Test
    void workerThatFailsAtLoadFailsTheSpawnWithItsLog() throws Exception {
        try (Bench bench = new Bench(folder, PortRange.ANY)) {
            Problem plain = problem(bench.spawn("w1", "bad", "exit=3"));
            assertEquals(ProblemCode.SPAWN_FAILED, plain.code());
            assertTrue(plain.message().contains("exit code 3"), plain.message());
            assertTrue(String.valueOf(plain.details()).contains("cannot go on"), plain.details());
            assertEquals(ProcessState.EXITED, bench.process("w1").state());
            assertEquals(3, bench.process("w1").exitCode());

            Problem said = problem(bench.spawn(
                    "w2",
                    "worse",
                    "exit=1 problem={\"code\":\"model_unsupported\",\"message\":\"qwen9?\",\"hint\":\"none\"}"));
            assertEquals(ProblemCode.MODEL_UNSUPPORTED, said.code());
        }
    }

    @Test
    void stubbornWorkerIsKilledInTime() throws Exception {
        try (Bench bench = new Bench(folder, PortRange.ANY)) {
            SpawnedWorker spawned = bench.spawn("w1", "stubborn", "ignore_term=1 ignore_eof=1 ignore_shutdown=1")
                    .get();
            Instant before = Instant.now();
            bench.supervisor.stop("w1", Duration.ofMillis(300)).get(10, TimeUnit.SECONDS);
            assertTrue(Duration.between(before, Instant.now()).toMillis() < 5_000);
            assertFalse(alive(spawned.pid()));
        }
    }

    @Test
    void workerThatNeverServesIsGivenUp() throws Exception {
        try (Bench bench = new Bench(folder, PortRange.ANY)) {
            Future<SpawnedWorker> spawning = bench.spawn("w1", "silent", "never_ready=1");
            await().until(() -> bench.process("w1").pid() != 0);
            long pid = bench.process("w1").pid();
            bench.forward(Duration.ofSeconds(21));
            assertTrue(problem(spawning).message().contains("did not serve within 20 s"));
            await().until(() -> !alive(pid) && bench.process("w1").state() == ProcessState.EXITED);
        }
    }

    @Test
    void crashLoopBacksOffThenQuarantinesUntilReleased() throws Exception {
        try (Bench bench = new Bench(folder, PortRange.ANY)) {
            SpawnedWorker first = bench.spawn("w1", "crashy", "crash_ms=150").get();
            for (long expected : new long[] {1, 2, 4, 8}) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> bench.process("w1").state() == ProcessState.WAITING);
                WorkerProcess waiting = bench.process("w1");
                assertEquals(134, waiting.exitCode());
                assertTrue(
                        String.valueOf(waiting.message()).contains("starting again in " + expected + " s"),
                        waiting.message());
                bench.forward(Duration.ofSeconds(expected));
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> bench.process("w1").restarts() > waiting.restarts());
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> bench.process("w1").state() == ProcessState.QUARANTINED);
            assertEquals(4, bench.process("w1").restarts());
            assertEquals(5, bench.ends.size());
            assertNotEquals(first.pid(), bench.process("w1").pid());

            Problem refused = problem(bench.spawn("w2", "crashy", ""));
            assertEquals(ProblemCode.MODEL_QUARANTINED, refused.code());
            assertTrue(String.valueOf(refused.hint()).contains("rbee worker stop w1"), refused.hint());
            assertTrue(bench.spawn("w3", "other", "").get().port() > 0);

            bench.supervisor.stop("w1", Duration.ZERO).get();
            assertTrue(bench.spawn("w4", "crashy", "").get().port() > 0);
        }
    }

    @Test
    void takenPortIsSkippedAndLostPortTriedAgain() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            try (Bench bench = new Bench(folder, new PortRange(port, Math.min(65_535, port + 50)))) {
                SpawnedWorker spawned = bench.spawn("w1", "good", "").get();
                assertTrue(spawned.port() > port);
                Future<SpawnedWorker> slow = bench.spawn("w2", "slow", "start_ms=1500");
                await().until(() -> bench.process("w2").pid() != 0);
                int chosen = bench.process("w2").port();
                try (ServerSocket thief = new ServerSocket(chosen, 1, InetAddress.getLoopbackAddress())) {
                    SpawnedWorker second = slow.get();
                    assertNotEquals(thief.getLocalPort(), second.port());
                    assertEquals(0, bench.process("w2").restarts());
                }
            }
            try (Bench none = new Bench(folder, new PortRange(port, port))) {
                assertEquals(
                        ProblemCode.PORT_TAKEN,
                        problem(none.spawn("w1", "good", "")).code());
            }
        }
    }

    @Test
    void floodOfLogsStaysBounded() throws Exception {
        try (Bench bench = new Bench(folder, PortRange.ANY)) {
            bench.spawn("w1", "noisy", "flood=60000").get();
            LogRing ring = bench.supervisor.log("w1").orElseThrow();
            assertTrue(ring.after(0).size() <= 2_000);
            Path file = LogFolder.file(folder, "w1");
            assertTrue(Files.size(file) <= 4 << 20);
            assertTrue(Files.size(LogFile.rotated(file)) <= 4 << 20);
        }
    }

    @Test
    void stopAllEndsEverythingAndRefusesMore() throws Exception {
        try (Bench bench = new Bench(folder, PortRange.ANY)) {
            long good = bench.spawn("w1", "good", "").get().pid();
            long stubborn = bench.spawn("w2", "stubborn", "ignore_term=1 ignore_eof=1 ignore_shutdown=1")
                    .get()
                    .pid();
            Future<SpawnedWorker> starting = bench.spawn("w3", "slow", "start_ms=60000");
            bench.supervisor.stopAll(Duration.ofMillis(500)).get(10, TimeUnit.SECONDS);
            assertFalse(alive(good) || alive(stubborn));
            assertEquals(ProblemCode.SPAWN_FAILED, problem(starting).code());
            assertEquals(
                    ProblemCode.DRAINING, problem(bench.spawn("w4", "good", "")).code());
        }
    }

    @Test
    void closeAnswersEveryWaiterAndLeavesNoProcess() throws Exception {
        Bench bench = new Bench(folder, PortRange.ANY);
        Future<SpawnedWorker> starting = bench.spawn("w1", "silent", "never_ready=1");
        await().until(() -> bench.process("w1").pid() != 0);
        long pid = bench.process("w1").pid();
        bench.close();
        assertEquals(ProblemCode.SPAWN_FAILED, problem(starting).code());
        assertEquals(
                ProblemCode.DRAINING, problem(bench.spawn("w2", "good", "")).code());
        await().until(() -> !alive(pid));
    }

    @Test
    void sweepKillsOnlyWhatTheNonceNames() throws Exception {
        try (Bench bench = new Bench(folder, PortRange.ANY)) {
            long pid = bench.spawn("w1", "good", "").get().pid();
            String record = Files.readString(folder.resolve("workers.json"));
            Path other = folder.resolve("other.json");
            Files.writeString(other, record.replace("nonce1", "nonce2"));
            assertEquals(0, new Leftovers(other).sweep(Duration.ofSeconds(1)));
            assertTrue(alive(pid));
            assertEquals(1, bench.leftovers.sweep(Duration.ofSeconds(5)));
            await().until(() -> !alive(pid));
        }
    }
}
