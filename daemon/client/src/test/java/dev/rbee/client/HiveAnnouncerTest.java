package dev.rbee.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiveAnnouncerTest {
    @TempDir
    Path home;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicBoolean forgotten = new AtomicBoolean();

    private Server queen() {
        return Fixture.server(
                0,
                routes -> routes.post("/v1/hives/register", x -> {
                            log.add("register " + x.body(RegisterHive.class).hiveId());
                            x.json(200, new RegisteredHive(true, "h1", 60_000, "welcome"));
                        })
                        .post("/v1/hive-heartbeat", x -> {
                            if (forgotten.getAndSet(false)) {
                                throw ProblemException.of(ProblemCode.HIVE_NOT_FOUND, "who?", null);
                            }
                            HiveHeart heart = x.body(HiveHeartbeat.class).hive();
                            log.add("beat " + (heart == null ? null : heart.seq()));
                            x.json(200, new HeartbeatReply("ok", "thanks", 60_000));
                        }));
    }

    @Test
    void findsTheQueenInTheCacheBeatsAndRegistersAgain() {
        KnownComponents known = new KnownComponents(home.resolve("known.json"));
        try (Server queen = queen()) {
            known.remember("queen", "queen", queen.url(), Instant.EPOCH);
            QueenFinder finder =
                    new QueenFinder(Fixture.HTTP, () -> Credential.admin(Fixture.TOKEN), () -> null, List::of, known);
            try (HiveAnnouncer announcer = new HiveAnnouncer(
                            finder,
                            () -> Json.read("{\"hive_id\":\"h1\"}", RegisterHive.class),
                            seq -> Json.read("{\"id\":\"h1\",\"seq\":" + seq + "}", HiveHeart.class),
                            InstantSource.system(),
                            new Random(1),
                            problem -> log.add("superseded"))
                    .start()) {
                await().until(() -> queen.url().equals(announcer.queenUrl()));
                announcer.changed();
                await().until(() -> log.contains("beat 1"));
                forgotten.set(true);
                log.clear();
                announcer.changed();
                await().until(() -> log.contains("register h1"));
                announcer.close();
                assertEquals("beat 3", log.getLast());
            }
        }
    }
}
