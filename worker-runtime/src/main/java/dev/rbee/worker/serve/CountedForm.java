package dev.rbee.worker.serve;

import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Sse;
import dev.rbee.worker.answers.Answer;
import dev.rbee.worker.answers.Form;
import dev.rbee.worker.engine.FinishReason;
import dev.rbee.worker.engine.GenerationEvent;

/** A form that counts what goes through it. */
record CountedForm(Form form, Counters counters) implements Form {
    @Override
    public void started(Sse out, int promptTokens) throws ClientGone {
        form.started(out, promptTokens);
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
        counters.answered(usage, timings);
        form.ended(out, reason, usage, timings);
    }

    @Override
    public void failed(Sse out, Problem problem) throws ClientGone {
        (problem.code() == ProblemCode.CANCELLED ? counters.cancelled : counters.failed).increment();
        form.failed(out, problem);
    }

    @Override
    public Object whole(Answer answer) {
        counters.answered(answer.usage(), answer.timings());
        return form.whole(answer);
    }
}
