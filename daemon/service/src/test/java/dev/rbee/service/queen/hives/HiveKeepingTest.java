package dev.rbee.service.queen.hives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.service.home.Home;
import dev.rbee.service.queen.events.EventHub;
import dev.rbee.service.queen.store.Database;
import dev.rbee.service.queen.store.Nodes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiveKeepingTest {
    @TempDir
    Path dir;

    private final AtomicLong seconds = new AtomicLong(1000);
    private final EventHub hub = new EventHub("q1", 4096, 5);
    private final HiveRegistry hives =
            new HiveRegistry(this::date, this::nanos, new Random(1), HiveLimits.DEFAULT, hub);
    private long seq;
    private Database database;
    private Nodes nodes;
    private HiveKeeping keeping;

    @BeforeEach
    void open() {
        database = Database.open(Home.at(dir).create(), this::date, this::nanos);
        nodes = new Nodes(database);
        keeping = new HiveKeeping(hives, nodes, this::nanos);
    }

    @AfterEach
    void close() {
        database.close();
        hub.close();
    }

    @Test
    void lastSeenFollowsTheHeartbeatsButNotEachOfThem() {
        register("a");
        register("b");
        keeping.tick();
        assertEquals(at(1000), written("a"));
        for (int i = 0; i < 29; i++) {
            pass(1);
            beat("a");
            keeping.tick();
            assertEquals(at(1000), written("a"));
        }
        pass(1);
        beat("a");
        keeping.tick();
        assertEquals(at(1030), written("a"));
        assertEquals(at(1000), written("b"), "it was silent");
        pass(10);
        beat("a");
        beat("b");
        keeping.tick();
        assertEquals(at(1030), written("a"));
        pass(20);
        keeping.tick();
        assertEquals(at(1040), written("a"));
        assertEquals(at(1040), written("b"));
    }

    @Test
    void theLastOneIsWrittenAtTheEnd() {
        register("a");
        keeping.tick();
        pass(5);
        beat("a");
        keeping.end();
        assertEquals(at(1005), written("a"));
    }

    @Test
    void aHiveThatWasRemovedDoesNotComeBack() {
        register("a");
        keeping.tick();
        nodes.remove("a");
        keeping.forget("a");
        hives.remove("a", "removed");
        pass(60);
        keeping.tick();
        assertEquals(0, nodes.all().size());
    }

    private @Nullable Instant written(String id) {
        return nodes.get(id).orElseThrow().lastSeen();
    }

    private void register(String id) {
        hives.register(new RegisterHive(id, "127.0.0.1", 7835, null, null, null, 1L, null));
    }

    private void beat(String id) {
        hives.beat(new HiveHeart(id, null, null, null, null, null, null, null, null, null, 1L, ++seq));
    }

    private void pass(long more) {
        seconds.addAndGet(more);
    }

    private Instant date() {
        return at(seconds.get());
    }

    private long nanos() {
        return seconds.get() * 1_000_000_000L;
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
