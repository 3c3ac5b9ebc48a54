package dev.rbee.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.contract.inference.ChatRequest;
import dev.rbee.contract.inference.InferEvent;
import dev.rbee.contract.inference.InferRequest;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Handler;
import dev.rbee.http.Server;
import dev.rbee.http.Sse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChatStreamTest {
    private static final ChatRequest REQUEST =
            Json.read("{\"model\":\"demo\",\"messages\":[],\"stream\":true}", ChatRequest.class);
    private static final InferRequest PROMPT = Json.read("{\"model\":\"demo\",\"prompt\":\"x\"}", InferRequest.class);

    private final List<String> heard = new CopyOnWriteArrayList<>();

    private final ChatListener listener = new ChatListener() {
        @Override
        public void started(Head head) {
            heard.add("started " + head.worker());
        }

        @Override
        public void token(String text) {
            heard.add(text);
        }

        @Override
        public void finish(String reason) {
            heard.add("finish " + reason);
        }

        @Override
        public void usage(Usage usage, @Nullable Timings timings) {
            heard.add("usage " + usage.totalTokens());
        }

        @Override
        public void done() {
            heard.add("done");
        }

        @Override
        public void failed(Problem problem) {
            heard.add("failed " + problem.code().wire());
        }
    };

    private List<String> chat(Handler handler) throws InterruptedException {
        try (Server server = Fixture.server(
                0, routes -> routes.post("/v1/chat/completions", handler).post("/v1/infer", handler))) {
            ChatStream.chat(Fixture.remote(server), REQUEST, null, listener).join();
        }
        return heard;
    }

    @Test
    void aWholeAnswer() throws InterruptedException {
        assertEquals(List.of("started w-1", "Hel", "lo", "finish stop", "usage 5", "done"), chat(x -> {
            x.responseHeader("x-rbee-worker", "w-1");
            try (Sse sse = x.sse()) {
                sse.data("{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}");
                sse.data("{\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}");
                sse.comment("ping");
                sse.data("{\"choices\":[{\"delta\":{\"content\":\"lo\"}}]}");
                sse.data("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");
                sse.data("{\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,"
                        + "\"total_tokens\":5}}");
                sse.data("[DONE]");
            }
        }));
    }

    @Test
    void refusalErrorInTheStreamAndEarlyEnd() throws InterruptedException {
        assertEquals(List.of("failed model_not_found"), chat(x -> {
            throw ProblemException.of(ProblemCode.MODEL_NOT_FOUND, "none", null);
        }));
        heard.clear();
        assertEquals(List.of("started null", "a", "failed worker_lost"), chat(x -> {
            try (Sse sse = x.sse()) {
                sse.data("{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}");
                sse.data(
                        "{\"error\":{\"code\":\"worker_lost\",\"type\":\"server_error\",\"message\":\"m\",\"param\":null}}");
            }
        }));
        heard.clear();
        assertEquals(List.of("started null", "a", "failed worker_lost"), chat(x -> {
            try (Sse sse = x.sse()) {
                sse.data("{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}");
            }
        }));
    }

    @Test
    void inferEvents() throws InterruptedException {
        try (Server server = Fixture.server(
                0,
                routes -> routes.post("/v1/infer", x -> {
                    try (Sse sse = x.sse()) {
                        sse.event(null, "started", new InferEvent.Started("r", "w", "demo", 3, 512));
                        sse.event(null, "token", new InferEvent.Token("hi", 0));
                        sse.event(
                                null,
                                "metrics",
                                new InferEvent.Metrics(new Usage(3, 1, 4), new Timings(1, 2, 3, null, null)));
                        sse.event(null, "end", new InferEvent.End("r", "stop", 1, "hi"));
                    }
                }))) {
            ChatStream.infer(Fixture.remote(server), PROMPT, listener).join();
        }
        assertEquals(List.of("started null", "hi", "usage 4", "finish stop", "done"), heard);
    }

    @Test
    void cancelFreesTheServerAtOnce() throws InterruptedException {
        AtomicBoolean gone = new AtomicBoolean();
        AtomicBoolean in = new AtomicBoolean();
        try (Server server = Fixture.server(
                0,
                routes -> routes.post("/v1/chat/completions", x -> {
                    x.onDisconnect(() -> gone.set(true));
                    in.set(true);
                    x.sse().awaitClosed();
                }))) {
            ChatStream stream = ChatStream.chat(Fixture.remote(server), REQUEST, null, listener);
            await().untilTrue(in);
            stream.cancel();
            stream.join();
            await().untilTrue(gone);
        }
        assertEquals("failed cancelled", heard.getLast());
    }
}
