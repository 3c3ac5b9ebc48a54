package dev.rbee.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveHeartbeat;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.hives.RegisteredHive;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.HeartbeatReply;
import dev.rbee.http.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiveAnnouncerTest {
    @TempDir
    Path home;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicBoolean forgotten = new AtomicBoolean();

    private Server queen() {
        return Fixture.server(
                0,
                routes -> routes.post("/v1/hives/register", x -> {
                            log.add("register " + x.body(RegisterHive.class).hiveId());
                            x.json(200, new RegisteredHive(true, "h1", 60_000, "welcome", 40_000));
                        })
                        .post("/v1/hive-heartbeat", x -> {
                            if (forgotten.getAndSet(false)) {
                                throw ProblemException.of(ProblemCode.HIVE_NOT_FOUND, "who?", null);
                            }
                            HiveHeart heart = x.body(HiveHeartbeat.class).hive();
                            log.add("beat " + (heart == null ? null : heart.seq()));
                            x.json(200, new HeartbeatReply("ok", "thanks", 60_000, 40_001));
                        }));
    }

    @Test
    void findsTheQueenInTheCacheBeatsAndRegistersAgain() {
        KnownComponents known = new KnownComponents(home.resolve("known.json"));
        try (Server queen = queen()) {
            known.remember("queen", "queen", queen.url(), Instant.EPOCH);
            QueenFinder finder =
                    new QueenFinder(Fixture.HTTP, () -> Credential.admin(Fixture.TOKEN), () -> null, List::of, known);
            try (HiveAnnouncer announcer =
                    announcer(finder).announced(ports::add).start()) {
                await().until(() -> log.contains("beat 1"));
                assertEquals(queen.url(), announcer.queenUrl());
                await().until(() -> ports.equals(List.of(40_000, 40_001)));
                announcer.changed();
                await().until(() -> log.contains("beat 2"));
                forgotten.set(true);
                log.clear();
                announcer.changed();
                await().until(() -> log.contains("register h1"));
                await().until(() -> log.getLast().startsWith("beat"));
                int beats = log.size();
                announcer.close();
                assertEquals(beats + 1, log.size());
                assertTrue(log.getLast().startsWith("beat"), log.toString());
            }
        }
    }

    @Test
    void goesToAnotherQueenTheMomentItIsToldTo() {
        AtomicReference<@Nullable String> where = new AtomicReference<>();
        try (Server queen = queen();
                Server other = queen()) {
            QueenFinder finder =
                    new QueenFinder(Fixture.HTTP, () -> Credential.admin(Fixture.TOKEN), where::get, List::of, null);
            try (HiveAnnouncer announcer = announcer(finder).start()) {
                await().during(Duration.ofMillis(200)).until(() -> announcer.queenUrl() == null);
                where.set(queen.url());
                announcer.again();
                await().until(() -> queen.url().equals(announcer.queenUrl()));
                where.set(other.url());
                announcer.again();
                await().until(() -> other.url().equals(announcer.queenUrl()));
            }
        }
    }

    private HiveAnnouncer announcer(QueenFinder finder) {
        return new HiveAnnouncer(
                finder,
                () -> Json.read("{\"hive_id\":\"h1\"}", RegisterHive.class),
                seq -> Json.read("{\"id\":\"h1\",\"seq\":" + seq + "}", HiveHeart.class),
                InstantSource.system(),
                new Random(1),
                problem -> log.add("superseded"));
    }
}
