package dev.rbee.service.queen.hives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.jobs.QuietJob;
import dev.rbee.service.queen.events.EventHub;
import dev.rbee.service.queen.store.Database;
import dev.rbee.service.queen.store.Nodes;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that sleeps until a real packet arrives. */
class HiveWakeTest {
    private static final String MAC = "3c:ec:ef:12:34:56";

    @TempDir
    Path dir;

    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
    private final EventHub hub = new EventHub("q1", 4096, 5);
    private final HiveRegistry hives = new HiveRegistry(
            () -> Instant.EPOCH.plusNanos(nanos.get()), nanos::get, new Random(1), HiveLimits.DEFAULT, hub);
    private Database database;
    private Nodes nodes;
    private DatagramSocket card;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(Home.at(dir).create(), () -> Instant.EPOCH, System::nanoTime);
        nodes = new Nodes(database);
        card = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        card.setSoTimeout(30_000);
    }

    @AfterEach
    void close() {
        card.close();
        database.close();
        hub.close();
    }

    @Test
    void packetsAreSentUntilTheMachineAnswers() throws Exception {
        add("gpu", MAC);
        Sleeper sleeper = new Sleeper(2);
        assertEquals(
                HiveState.ONLINE, wake(sleeper).wake("gpu", new QuietJob("t")).status());
        assertEquals(3, sleeper.starts.get());
        for (int i = 0; i < 3; i++) {
            DatagramPacket packet = new DatagramPacket(new byte[200], 200);
            card.receive(packet);
            assertEquals(102, packet.getLength());
        }
        int before = sleeper.starts.get();
        assertTrue(wake(sleeper).wake("gpu", new QuietJob("t")).online());
        assertEquals(before, sleeper.starts.get(), "who is awake is left alone");
    }

    @Test
    void machineThatNeverWakesIsGivenUp() {
        add("gpu", MAC);
        Sleeper sleeper = new Sleeper(Integer.MAX_VALUE);
        HiveWake wake = wake(sleeper);
        ProblemException e = assertThrows(ProblemException.class, () -> wake.wake("gpu", new QuietJob("t")));
        assertEquals(ProblemCode.TIMEOUT, e.problem().code());
        assertEquals(HiveState.OFFLINE, hives.get("gpu").status());
        assertTrue(String.valueOf(hives.get("gpu").message()).contains("did not wake up"));
    }

    @Test
    void loginThatFailsIsNotSleep() {
        add("gpu", MAC);
        Sleeper sleeper = new Sleeper(Integer.MAX_VALUE);
        sleeper.code = ProblemCode.SSH_LOGIN_REFUSED;
        HiveWake wake = wake(sleeper);
        ProblemException e = assertThrows(ProblemException.class, () -> wake.wake("gpu", new QuietJob("t")));
        assertEquals(ProblemCode.SSH_LOGIN_REFUSED, e.problem().code());
        assertEquals(1, sleeper.starts.get());
    }

    @Test
    void machineWithoutAHardwareAddressCannotBeWoken() {
        add("gpu", null);
        HiveWake wake = wake(new Sleeper(0));
        assertEquals(
                ProblemCode.WAKE_IMPOSSIBLE,
                assertThrows(ProblemException.class, () -> wake.packet("gpu"))
                        .problem()
                        .code());
        assertEquals(
                ProblemCode.HIVE_NOT_FOUND,
                assertThrows(ProblemException.class, () -> wake.packet("nobody"))
                        .problem()
                        .code());
    }

    private HiveWake wake(Sleeper sleeper) {
        InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), card.getLocalPort());
        return new HiveWake(
                hives,
                _ -> Optional.of(sleeper),
                nodes,
                _ -> List.of(target),
                Duration.ofMinutes(5),
                Duration.ofMillis(10),
                nanos::get);
    }

    private void add(String name, @Nullable String mac) {
        nodes.add(new Node(
                name,
                "10.0.0.7",
                22,
                "vince",
                null,
                null,
                null,
                null,
                null,
                "offline",
                null,
                null,
                null,
                null,
                null,
                null,
                mac,
                "10.0.0.255",
                null,
                "running",
                null,
                null,
                null));
        hives.remember(name, "10.0.0.7", 7835, HiveMode.NETWORK, null);
    }

    /** Answers to the SSH of its queen only after some packets; each try takes it a minute. */
    private final class Sleeper implements HiveControl {
        final AtomicInteger starts = new AtomicInteger();
        private final int deaf;
        private ProblemCode code = ProblemCode.SSH_UNREACHABLE;

        Sleeper(int deaf) {
            this.deaf = deaf;
        }

        @Override
        public String hiveId() {
            return "gpu";
        }

        @Override
        public void start(JobContext job) {
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            if (starts.getAndIncrement() < deaf) {
                throw ProblemException.of(code, "Nobody answers.", null);
            }
            hives.beat(new HiveHeart("gpu", "127.0.0.1", 7835, null, null, null, null, null, null, null, null, null));
        }

        @Override
        public void stop(JobContext job, Duration grace) {
            throw new AssertionError("nobody asked for that");
        }
    }
}
