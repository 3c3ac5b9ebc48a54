package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okio.BufferedSource;

/**
 * A server's event stream, read as if one of rbee's own workers had written it. Throws {@link IOException} where the server breaks off
 * before the end of its answer, or writes what is no event. One thread.
 */
final class AnswerStream extends InputStream {
    private final SseEvents events;
    private final BufferedSource source;
    private final Target target;
    private final Choices choices;
    private final Progress progress;
    private final StringBuilder text = new StringBuilder();
    private final Script script;
    private byte[] ready = {};
    private int at;
    private boolean over;

    AnswerStream(BufferedSource source, Asked asked, Target target, Progress progress, long created) {
        this.source = source;
        this.events = new SseEvents(source);
        this.target = target;
        this.progress = progress;
        this.choices = new Choices(!asked.raw(), asked.requestId());
        this.script = asked.form() == Asked.Form.INFER
                ? new InferScript(text, asked, target.context())
                : new OpenAiScript(text, asked, created);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (at == ready.length) {
            if (over) {
                return -1;
            }
            step();
            ready = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            at = 0;
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, into, offset, count);
        at += count;
        return count;
    }

    private void step() throws IOException {
        String data = events.next();
        if (data == null) {
            if (!choices.finished()) {
                throw new IOException("the stream ended without its end");
            }
            end();
        } else if (data.isEmpty()) {
            text.append(": alive\n\n");
        } else if (data.equals("[DONE]")) {
            end();
        } else {
            event(Json.MAPPER.readTree(data));
        }
    }

    private void event(JsonNode event) {
        if (Refusal.isError(event)) {
            script.failed(Refusal.inside(event, target));
            over = true;
            return;
        }
        progress.note(event);
        ArrayNode said = Json.MAPPER.createArrayNode();
        for (JsonNode each : event.path("choices")) {
            ObjectNode tidy = choices.chunk(each);
            if (tidy != null) {
                said.add(tidy);
                count(tidy);
            }
        }
        if (!said.isEmpty()) {
            script.choices(said, progress);
        }
    }

    private void count(ObjectNode choice) {
        JsonNode delta = choice.path("delta");
        int length = choice.path("text").asText("").length()
                + delta.path("content").asText("").length()
                + delta.path("reasoning_content").asText("").length();
        if (length > 0 || delta.has("tool_calls")) {
            progress.text(length);
        }
    }

    /** The end; a server that only says that it is done has forgotten to say why. */
    private void end() {
        ArrayNode forgotten = Json.MAPPER.createArrayNode();
        for (int index : choices.open()) {
            ObjectNode ending = Json.MAPPER.createObjectNode();
            ending.put("index", index).put("finish_reason", "stop");
            forgotten.add(Objects.requireNonNull(choices.chunk(ending)));
        }
        if (!forgotten.isEmpty()) {
            script.choices(forgotten, progress);
        }
        script.end(progress);
        over = true;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
