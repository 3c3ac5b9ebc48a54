package dev.rbee.worker.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.json.Json;
import dev.rbee.http.Exchange;
import dev.rbee.worker.engine.Embedding;
import dev.rbee.worker.engine.Engine;
import dev.rbee.worker.requests.EmbeddingBody;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Objects;

/** {@code POST /v1/embeddings}, as OpenAI's clients want it. */
final class Embeddings {
    private final Identity self;
    private final Life life;
    private final Running running;
    private final Counters counters;

    Embeddings(Identity self, Life life, Running running, Counters counters) {
        this.self = self;
        this.life = life;
        this.running = running;
        this.counters = counters;
    }

    void answer(Exchange x) {
        Engine engine = life.open();
        int dimensions =
                Objects.requireNonNullElse(engine.facts().model().shape().embedding(), 0);
        EmbeddingBody body = EmbeddingBody.of(x.json(), self.model(), dimensions);
        running.began();
        try {
            ObjectNode answer = Json.MAPPER.createObjectNode();
            answer.put("object", "list");
            ArrayNode data = answer.putArray("data");
            int tokens = 0;
            for (String input : body.inputs()) {
                Embedding embedding = engine.embed(input);
                tokens += embedding.tokens();
                counters.embeddings.increment();
                add(data, embedding.vector(), body.base64());
            }
            counters.promptTokens.add(tokens);
            answer.put("model", self.model());
            answer.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
            x.responseHeader(Headers.WORKER, self.workerId());
            x.json(200, answer);
        } finally {
            running.ended("");
            life.changed();
        }
    }

    private static void add(ArrayNode data, float[] vector, boolean base64) {
        ObjectNode item = data.addObject().put("object", "embedding").put("index", data.size() - 1);
        if (base64) {
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector);
            item.put("embedding", Base64.getEncoder().encodeToString(bytes.array()));
        } else {
            ArrayNode numbers = item.putArray("embedding");
            for (float number : vector) {
                numbers.add(number);
            }
        }
    }
}
