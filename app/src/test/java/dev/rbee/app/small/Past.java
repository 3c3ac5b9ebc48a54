package dev.rbee.app.small;

import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.requests.RequestEntry;
import java.time.Instant;

/** A past for a small queen to remember: the same each time. */
public final class Past {
    private static final String[] MODELS = {"demo", "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M", "llama-3.2:3b", "gemma-3:4b"
    };
    private static final String[] CALLERS = {"admin", "continue in vs code", "open-webui"};

    private Past() {}

    /** A quarter of an hour with two busy times. */
    public static void figures(SmallActivity into, Instant now) {
        for (int i = 180; i >= 1; i--) {
            double wave = Math.max(0, 70 * Math.sin(i / 18.0) + 40 * Math.sin(i / 5.0));
            into.point(now.minusSeconds(i * 5L), Math.round(wave * 10) / 10.0, Math.rint(wave / 12));
        }
    }

    /** That many requests, a few of them failed or cancelled. */
    public static void requests(SmallActivity into, Instant now, int count) {
        for (int i = count; i >= 1; i--) {
            into.request(request(i, now.minusSeconds(i * 47L)));
        }
    }

    /** One request. */
    public static RequestEntry request(int i, Instant at) {
        boolean failed = i % 23 == 3;
        boolean left = i % 17 == 4;
        int tokens = 40 + i * 37 % 600;
        return new RequestEntry(
                0,
                "req-%08x".formatted(i * 7919 + 1),
                at,
                i % 11 == 5 ? "embedding" : "chat",
                MODELS[i % MODELS.length],
                failed ? null : "w-" + (i % 5 + 1),
                failed ? null : i % 3 == 0 ? "gpu-box-in-the-cellar-with-a-long-name" : "this-machine",
                CALLERS[i % CALLERS.length],
                failed ? "error" : left ? "cancelled" : "ok",
                failed ? "no_worker" : left ? "cancelled" : null,
                failed
                        ? null
                        : i % 2 == 0
                                ? "it is the only free worker of this model"
                                : "it has this conversation in its cache",
                true,
                i % 29 == 7 ? 2 : 1,
                failed ? 30_000L : i % 6 * 180L,
                failed ? null : 90L + i % 6 * 180L,
                failed ? 30_004L : 400L + tokens * 17L,
                failed ? null : 300 + i * 13 % 3000,
                failed ? null : tokens);
    }

    /** One that has not ended: in line at {@code place}, or, where that is 0, being answered. */
    public static RequestEntry live(String id, String model, int place, Instant at, long millis) {
        boolean runs = place == 0;
        return new RequestEntry(
                0,
                id,
                at,
                "chat",
                model,
                runs ? "w-1" : null,
                runs ? "this-machine" : null,
                CALLERS[place % CALLERS.length],
                runs ? "running" : "waiting",
                null,
                runs ? "it is the only free worker of this model" : null,
                true,
                runs ? 1 : 0,
                runs ? 240L : null,
                runs ? 400L : null,
                millis,
                null,
                runs ? (int) ((millis - 400) / 18) : null,
                runs ? null : place,
                null);
    }

    /** The same when an administrator has ended it. */
    static RequestEntry ended(RequestEntry live) {
        return new RequestEntry(
                0,
                live.requestId(),
                live.startedAt(),
                live.kind(),
                live.model(),
                live.workerId(),
                live.hiveId(),
                live.caller(),
                "cancelled",
                "cancelled",
                live.route(),
                live.streamed(),
                live.attempts(),
                live.queueMs(),
                live.firstTokenMs(),
                live.durationMs() + 20,
                live.promptTokens(),
                live.completionTokens());
    }

    /** What an administrator does. */
    public static void audit(SmallActivity into, Instant now) {
        String[] actions = {
            "worker.spawn", "token.new", "hive.start", "model.pull", "hive.drain", "hive.resume", "model.delete"
        };
        for (int i = 40; i >= 1; i--) {
            boolean refused = i % 9 == 2;
            into.did(new AuditEntry(
                    41L - i,
                    now.minusSeconds(i * 611L),
                    i % 5 == 0 ? "continue in vs code" : "admin",
                    actions[i % actions.length],
                    i % 2 == 0 ? "this-machine" : "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M",
                    refused ? "model_in_use" : "ok",
                    refused ? "Model Qwen3-Coder-30B-A3B-Instruct-Q4_K_M is loaded by 1 worker." : null));
        }
    }

    /** Lines as a queen writes them. */
    public static void log(SmallActivity into, Instant now) {
        String[] lines = {
            "INFO  [queen-tick] d.r.s.queen.hives.HiveBook hive=gpu-1 state=unknown->online why=it beats",
            "INFO  [main] d.r.s.queen.QueenServer queen instance=queen-59a61b8c9bf9 url=http://127.0.0.1:7833",
            "WARN  [queen-tick] d.r.s.queen.workers.WorkerCell worker=w-2 state=ready->suspect after=5s",
            "DEBUG [app-12] d.r.client.BeatLoop announcing=registry state=ok",
            "ERROR [queen-tick] d.r.service.queen.QueenTicker tick failed"
        };
        for (int i = 60; i >= 1; i--) {
            String at = java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX")
                    .format(now.minusSeconds(i * 3L).atZone(java.time.ZoneOffset.UTC));
            into.says(at + " " + lines[i % 7 == 0 ? i % 5 : i % 2] + " ");
        }
        into.says("java.lang.IllegalStateException: no such row");
        into.says("\tat dev.rbee.service.queen.store.Rows.sure(Rows.java:81)");
    }
}
