package dev.rbee.worker.serve;

import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.problem.Problem;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Sse;
import dev.rbee.worker.answers.Answer;
import dev.rbee.worker.answers.Form;
import dev.rbee.worker.engine.FinishReason;
import dev.rbee.worker.engine.GenerationEvent;
import dev.rbee.worker.requests.Continued;

/** The form of an answer that goes on behind another worker's: the tokens of the beginning belong to the answer, not to the prompt. */
record ContinuedForm(Form form, Continued beginning) implements Form {
    @Override
    public void started(Sse out, int promptTokens) throws ClientGone {
        form.started(out, Math.max(0, promptTokens - beginning.tokens()));
    }

    @Override
    public void piece(Sse out, String text) throws ClientGone {
        form.piece(out, text);
    }

    @Override
    public void reasoning(Sse out, String text) throws ClientGone {
        form.reasoning(out, text);
    }

    @Override
    public void toolCall(Sse out, GenerationEvent.ToolCall call) throws ClientGone {
        form.toolCall(out, call);
    }

    @Override
    public void ended(Sse out, FinishReason reason, Usage usage, Timings timings) throws ClientGone {
        form.ended(out, reason, whole(usage), timings);
    }

    @Override
    public void failed(Sse out, Problem problem) throws ClientGone {
        form.failed(out, problem);
    }

    @Override
    public Object whole(Answer answer) {
        return form.whole(answer.with(beginning.text() + answer.text(), whole(answer.usage())));
    }

    private Usage whole(Usage usage) {
        int moved = Math.min(beginning.tokens(), usage.promptTokens());
        return new Usage(usage.promptTokens() - moved, usage.completionTokens() + moved, usage.totalTokens());
    }
}
