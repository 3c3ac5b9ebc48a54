package dev.rbee.app.small;

import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.json.Json;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Exchange;
import dev.rbee.http.Sse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** Answers chats with text that the test hands out piece by piece, or with a prepared text at once. */
public final class SmallChat {
    private static final String END = "\u0000end";

    private final String worker;
    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile String prepared = "";
    private volatile String asked = "";

    SmallChat(String worker) {
        this.worker = worker;
    }

    /** Every chat from now on is answered with this at once; empty: piece by piece. */
    public void prepare(String text) {
        prepared = text;
    }

    /** The next piece of the running answer. */
    public void piece(String text) {
        pieces.add(text);
    }

    /** Ends the running answer. */
    public void end() {
        pieces.add(END);
    }

    /** The body of the last chat. */
    public String asked() {
        return asked;
    }

    /** Opens when a client left a running answer. */
    public CountDownLatch left() {
        return left;
    }

    void answer(Exchange exchange) throws Exception {
        asked = exchange.json().toString();
        exchange.responseHeader(Headers.WORKER, worker);
        exchange.responseHeader(Headers.HIVE, "this-machine");
        exchange.onDisconnect(left::countDown);
        int tokens = 0;
        try (Sse sse = exchange.sse()) {
            String text = prepared;
            if (!text.isEmpty()) {
                for (String word : text.split("(?<= )")) {
                    sse.data(chunk(word));
                    tokens++;
                }
            } else {
                for (String piece = pieces.take(); !piece.equals(END); piece = pieces.take()) {
                    sse.data(chunk(piece));
                    tokens++;
                }
            }
            sse.data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
            sse.data(Json.write(Map.of(
                    "choices", List.of(),
                    "usage", new Usage(12, tokens, 12 + tokens),
                    "timings", new Timings(80, 1000, 210, 150.0, 58.0))));
            sse.data("[DONE]");
        } catch (ClientGone | InterruptedException gone) {
            left.countDown(); // the answer is over
        }
    }

    private static String chunk(String text) {
        return Json.write(
                Map.of("choices", List.of(Map.of("index", 0, "delta", Map.of("role", "assistant", "content", text)))));
    }
}
