package dev.rbee.client;

import dev.rbee.contract.inference.InferEvent;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/** Events of {@code POST /v1/infer}. */
final class InferReader implements AnswerReader {
    private final ChatListener listener;
    private boolean complete;

    InferReader(ChatListener listener) {
        this.listener = listener;
    }

    @Override
    public void read(String data) {
        if (data.equals("[DONE]")) {
            return;
        }
        switch (Json.read(data, InferEvent.class)) {
            case InferEvent.Started _ -> {}
            case InferEvent.Token token -> listener.token(token.token());
            case InferEvent.Metrics metrics -> listener.usage(metrics.usage(), metrics.timings());
            case InferEvent.End end -> {
                listener.finish(end.finishReason());
                complete = true;
            }
            case InferEvent.Failed failed ->
                throw new ProblemException(
                        Problem.of(ProblemCode.parse(failed.code()), failed.message(), failed.hint()));
        }
    }

    @Override
    public boolean complete() {
        return complete;
    }
}
