package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.rbee.contract.inference.InferEvent;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;

/** rbee's own events. */
final class InferScript implements Script {
    private final StringBuilder out;
    private final Asked asked;
    private final int context;
    private final StringBuilder text = new StringBuilder();
    private boolean started;
    private int index;
    private String reason = "stop";

    InferScript(StringBuilder out, Asked asked, int context) {
        this.out = out;
        this.asked = asked;
        this.context = context;
    }

    @Override
    public void choices(ArrayNode choices, Progress progress) {
        start(progress);
        for (JsonNode choice : choices) {
            String piece = asked.raw()
                    ? choice.path("text").asText("")
                    : choice.path("delta").path("content").asText("");
            if (!piece.isEmpty()) {
                text.append(piece);
                event("token", new InferEvent.Token(piece, index++));
            }
            reason = choice.path("finish_reason").isTextual()
                    ? choice.path("finish_reason").asText()
                    : reason;
        }
    }

    private void start(Progress progress) {
        if (!started) {
            started = true;
            int prompt = progress.usage().promptTokens();
            event(
                    "started",
                    new InferEvent.Started(asked.requestId(), asked.workerId(), asked.model(), prompt, context));
        }
    }

    @Override
    public void end(Progress progress) {
        start(progress);
        event("metrics", new InferEvent.Metrics(progress.usage(), progress.timings()));
        event(
                "end",
                new InferEvent.End(
                        asked.requestId(),
                        reason.equals("length") ? "length" : "stop",
                        progress.usage().completionTokens(),
                        text.toString()));
    }

    @Override
    public void failed(Problem problem) {
        event("error", new InferEvent.Failed(problem.code().wire(), problem.message(), problem.hint()));
    }

    private void event(String name, InferEvent data) {
        out.append("event: ")
                .append(name)
                .append("\ndata: ")
                .append(Json.write(data))
                .append("\n\n");
    }
}
