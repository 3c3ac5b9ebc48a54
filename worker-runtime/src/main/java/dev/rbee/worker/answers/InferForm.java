package dev.rbee.worker.answers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.inference.InferEvent;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Sse;
import dev.rbee.worker.engine.FinishReason;

/** Events of {@code POST /v1/infer}; each carries its type in the data and as the event's name. */
public final class InferForm implements Form {
    private final String requestId;
    private final String workerId;
    private final String model;
    private final int context;
    private final StringBuilder text = new StringBuilder();
    private int index;

    /**
     * For one answer.
     *
     * @param beginning what the caller has of it already, from another worker
     * @param pieces in how many pieces
     */
    public InferForm(String requestId, String workerId, String model, int context, String beginning, int pieces) {
        this.requestId = requestId;
        this.workerId = workerId;
        this.model = model;
        this.context = context;
        this.text.append(beginning);
        this.index = pieces;
    }

    @Override
    public void started(Sse out, int promptTokens) throws ClientGone {
        out.event(null, "started", new InferEvent.Started(requestId, workerId, model, promptTokens, context));
    }

    @Override
    public void piece(Sse out, String piece) throws ClientGone {
        text.append(piece);
        out.event(null, "token", new InferEvent.Token(piece, index++));
    }

    @Override
    public void ended(Sse out, FinishReason reason, Usage usage, Timings timings) throws ClientGone {
        out.event(null, "metrics", new InferEvent.Metrics(usage, timings));
        out.event(null, "end", new InferEvent.End(requestId, reason.wire(), usage.completionTokens(), text.toString()));
    }

    @Override
    public void failed(Sse out, Problem problem) throws ClientGone {
        out.event(null, "error", new InferEvent.Failed(problem.code().wire(), problem.message(), problem.hint()));
    }

    @Override
    public Object whole(Answer answer) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("text", answer.text());
        body.put("model", model);
        body.put("worker_id", workerId);
        body.put("finish_reason", answer.reason().wire());
        body.set("usage", Json.MAPPER.valueToTree(answer.usage()));
        body.set("timings", Json.MAPPER.valueToTree(answer.timings()));
        return body;
    }
}
