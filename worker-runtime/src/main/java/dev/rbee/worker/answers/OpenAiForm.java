package dev.rbee.worker.answers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Sse;
import dev.rbee.worker.engine.FinishReason;
import dev.rbee.worker.engine.GenerationEvent;

/**
 * OpenAI's bodies and chunks, for chats and completions. What every chunk of an answer has in common is written once:
 * a chunk per token is what a worker does most.
 */
public final class OpenAiForm implements Form {
    private final boolean chat;
    private final boolean includeUsage;
    private final String id;
    private final long created;
    private final String model;
    private final String head;
    private final String tail;

    /**
     * For one answer.
     *
     * @param id without its prefix
     * @param created Unix seconds
     */
    public OpenAiForm(boolean chat, boolean includeUsage, String id, long created, String model) {
        this.chat = chat;
        this.includeUsage = includeUsage;
        this.id = (chat ? "chatcmpl-" : "cmpl-") + id;
        this.created = created;
        this.model = model;
        this.head = "{\"id\":" + Json.write(this.id) + ",\"object\":\""
                + (chat ? "chat.completion.chunk" : "text_completion") + "\",\"created\":" + created + ",\"model\":"
                + Json.write(model) + ",\"choices\":[";
        this.tail = includeUsage ? ",\"usage\":null}" : "}";
    }

    @Override
    public void started(Sse out, int promptTokens) throws ClientGone {
        if (chat) {
            out.data(head + choice("{\"role\":\"assistant\",\"content\":\"\"}", "null") + "]" + tail);
        }
    }

    @Override
    public void piece(Sse out, String text) throws ClientGone {
        out.data(
                head + choice(chat ? "{\"content\":" + Json.write(text) + "}" : Json.write(text), "null") + "]" + tail);
    }

    @Override
    public void reasoning(Sse out, String text) throws ClientGone {
        if (chat) {
            out.data(head + choice("{\"reasoning_content\":" + Json.write(text) + "}", "null") + "]" + tail);
        }
    }

    @Override
    public void toolCall(Sse out, GenerationEvent.ToolCall call) throws ClientGone {
        if (chat) {
            ObjectNode piece = Json.MAPPER.createObjectNode().put("index", call.index());
            if (call.id() != null) {
                piece.put("id", call.id()).put("type", "function");
            }
            ObjectNode function = piece.putObject("function");
            if (call.name() != null) {
                function.put("name", call.name());
            }
            function.put("arguments", call.arguments());
            out.data(head + choice("{\"tool_calls\":[" + Json.write(piece) + "]}", "null") + "]" + tail);
        }
    }

    @Override
    public void ended(Sse out, FinishReason reason, Usage usage, Timings timings) throws ClientGone {
        String times = ",\"timings\":" + Json.write(timings);
        out.data(head + choice(chat ? "{}" : "\"\"", "\"" + reason.wire() + "\"") + "]" + times + tail);
        if (includeUsage) {
            out.data(head + "],\"usage\":" + Json.write(usage) + times + "}");
        }
        out.data("[DONE]");
    }

    @Override
    public void failed(Sse out, Problem problem) throws ClientGone {
        out.data(ErrorEnvelope.of(problem));
    }

    @Override
    public Object whole(Answer answer) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("id", id);
        body.put("object", chat ? "chat.completion" : "text_completion");
        body.put("created", created);
        body.put("model", model);
        ObjectNode choice = body.putArray("choices").addObject();
        choice.put("index", 0);
        if (chat) {
            ObjectNode message = choice.putObject("message");
            message.put("role", "assistant");
            message.put("content", answer.text().isEmpty() && !answer.calls().isEmpty() ? null : answer.text());
            message.putNull("refusal");
            if (!answer.reasoning().isEmpty()) {
                message.put("reasoning_content", answer.reasoning());
            }
            calls(message, answer);
        } else {
            choice.put("text", answer.text());
        }
        choice.putNull("logprobs");
        choice.put("finish_reason", answer.reason().wire());
        body.set("usage", Json.MAPPER.valueToTree(answer.usage()));
        body.set("timings", Json.MAPPER.valueToTree(answer.timings()));
        return body;
    }

    private static void calls(ObjectNode message, Answer answer) {
        if (answer.calls().isEmpty()) {
            return;
        }
        ArrayNode calls = message.putArray("tool_calls");
        for (GenerationEvent.ToolCall call : answer.calls()) {
            ObjectNode each = calls.addObject();
            each.put("id", call.id());
            each.put("type", "function");
            each.putObject("function").put("name", call.name()).put("arguments", call.arguments());
        }
    }

    private String choice(String content, String reason) {
        return "{\"index\":0,\"" + (chat ? "delta" : "text") + "\":" + content + ",\"logprobs\":null,\"finish_reason\":"
                + reason + "}";
    }
}
