package dev.rbee.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentEntry;
import dev.rbee.contract.workers.HeartbeatReply;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.RegisteredWorker;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerHeartbeat;
import dev.rbee.http.Routes;
import dev.rbee.http.Server;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueenAnnouncerTest {
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicLong epoch = new AtomicLong();
    private final AtomicReference<@Nullable ProblemCode> refusal = new AtomicReference<>();

    private void queen(Routes routes) {
        routes.post("/v1/workers/ready", x -> {
                    refuse();
                    RegisterWorker request = x.body(RegisterWorker.class);
                    log.add("register " + request.workerId() + " " + request.epoch() + " as "
                            + x.caller().label());
                    x.json(200, new RegisteredWorker(true, "w1", epoch.incrementAndGet(), 60_000, "welcome"));
                })
                .post("/v1/worker-heartbeat", x -> {
                    ProblemCode code = refusal.getAndSet(null);
                    if (code != null) {
                        throw ProblemException.of(code, "no", null);
                    }
                    WorkerHeart heart = x.body(WorkerHeartbeat.class).worker();
                    log.add("beat " + (heart == null ? null : heart.epoch() + "." + heart.seq()));
                    x.json(200, new HeartbeatReply("ok", "thanks", 60_000));
                });
    }

    private void refuse() {
        if (refusal.get() == ProblemCode.WORKER_GONE) {
            throw ProblemException.of(ProblemCode.WORKER_GONE, "no", null);
        }
    }

    private QueenAnnouncer announcer(@Nullable String configured, List<String> registries, List<String> ends) {
        Credential own = Credential.worker("w1", Keys.workerKey(Fixture.TOKEN, "w1"));
        QueenAnnouncer.Self self = new QueenAnnouncer.Self() {
            @Override
            public RegisterWorker registration(@Nullable Long had) {
                String epochText = had == null ? "" : ",\"epoch\":" + had;
                return Json.read("{\"worker_id\":\"w1\"" + epochText + "}", RegisterWorker.class);
            }

            @Override
            public WorkerHeart heart(long current, long seq) {
                return Json.read("{\"id\":\"w1\",\"epoch\":" + current + ",\"seq\":" + seq + "}", WorkerHeart.class);
            }
        };
        return new QueenAnnouncer(
                new QueenFinder(Fixture.HTTP, () -> own, () -> configured, () -> registries, null),
                self,
                InstantSource.system(),
                new Random(1),
                problem -> ends.add(problem.code().wire()));
    }

    @Test
    void findsTheQueenThroughTheRegistryAndBeatsOnChange() {
        try (Server queen = Fixture.fleet(0, this::queen);
                Server registry = Fixture.fleet(
                        0,
                        routes -> routes.get(
                                "/v1/registry/queen",
                                x -> x.json(
                                        200,
                                        new ComponentEntry(
                                                null,
                                                null,
                                                "q",
                                                "127.0.0.1",
                                                queen.port(),
                                                null,
                                                null,
                                                Instant.EPOCH,
                                                Instant.EPOCH,
                                                true,
                                                null))));
                QueenAnnouncer announcer = announcer(null, List.of(registry.url()), new CopyOnWriteArrayList<>())) {
            announcer.start();
            await().until(() -> queen.url().equals(announcer.queenUrl()));
            assertEquals(List.of("register w1 null as worker:w1"), log);
            announcer.changed();
            await().until(() -> log.contains("beat 1.1"));
            announcer.close();
            assertEquals("beat 1.2", log.getLast());
        }
    }

    @Test
    void registersAgainWhenUnknownAndAfterARestart() {
        Server first = Fixture.fleet(0, this::queen);
        int port = first.port();
        try (QueenAnnouncer announcer = announcer(first.url(), List.of(), new CopyOnWriteArrayList<>())) {
            announcer.start();
            await().until(() -> announcer.queenUrl() != null);
            refusal.set(ProblemCode.WORKER_UNKNOWN);
            announcer.changed();
            await().until(() -> log.contains("register w1 1 as worker:w1"));
            first.close();
            announcer.changed();
            await().until(() -> announcer.queenUrl() == null);
            try (Server second = Fixture.fleet(port, this::queen)) {
                await().atMost(Duration.ofSeconds(20)).until(() -> log.contains("register w1 2 as worker:w1"));
                assertEquals(second.url(), announcer.queenUrl());
            }
        }
    }

    @Test
    void stopsForGoodWhenSuperseded() {
        List<String> ends = new CopyOnWriteArrayList<>();
        try (Server queen = Fixture.fleet(0, this::queen);
                QueenAnnouncer announcer = announcer(queen.url(), List.of(), ends)) {
            announcer.start();
            await().until(() -> announcer.queenUrl() != null);
            refusal.set(ProblemCode.EPOCH_OUTDATED);
            announcer.changed();
            await().until(() -> ends.contains("epoch_outdated"));
            announcer.changed();
            announcer.close();
            assertEquals(1, log.size());
        }
    }
}
