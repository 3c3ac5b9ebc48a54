package dev.rbee.worker.answers;

import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Exchange;
import dev.rbee.http.Sse;
import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.GenerationEvent;
import java.time.Duration;

/** Brings a generation to whoever asked; a caller who leaves cancels it. Blocks until it has ended. */
public final class Delivery {
    private static final Duration LOOK = Duration.ofMillis(250);

    private Delivery() {}

    /** Streams it. Failures after the head has gone out are events. */
    public static void stream(Exchange x, Generation generation, Form form) throws ClientGone, InterruptedException {
        x.onDisconnect(generation::cancel);
        try (Sse out = x.sse()) {
            while (true) {
                GenerationEvent event = generation.poll(LOOK);
                switch (event) {
                    case null -> demandOpen(out);
                    case GenerationEvent.Started(int _, int promptTokens, int _) -> form.started(out, promptTokens);
                    case GenerationEvent.Piece(String text) -> form.piece(out, text);
                    case GenerationEvent.Reasoning(String text) -> form.reasoning(out, text);
                    case GenerationEvent.ToolCall call -> form.toolCall(out, call);
                    case GenerationEvent.Ended(var reason, var usage, var timings) -> {
                        form.ended(out, reason, usage, timings);
                        return;
                    }
                    case GenerationEvent.Failed(var problem) -> {
                        form.failed(out, problem);
                        return;
                    }
                }
            }
        } finally {
            generation.cancel();
        }
    }

    /** Answers with the whole of it. Throws what made it fail. */
    public static void whole(Exchange x, Generation generation, Form form) throws InterruptedException {
        x.onDisconnect(generation::cancel);
        StringBuilder text = new StringBuilder();
        try {
            while (true) {
                switch (generation.take()) {
                    case GenerationEvent.Started _ -> {}
                    case GenerationEvent.Reasoning _ -> {}
                    case GenerationEvent.ToolCall _ -> {}
                    case GenerationEvent.Piece(String piece) -> text.append(piece);
                    case GenerationEvent.Ended(var reason, var usage, var timings) -> {
                        x.json(200, form.whole(new Answer(text.toString(), reason, usage, timings)));
                        return;
                    }
                    case GenerationEvent.Failed(var problem) -> throw new ProblemException(problem);
                }
            }
        } finally {
            generation.cancel();
        }
    }

    private static void demandOpen(Sse out) throws ClientGone {
        if (!out.isOpen()) {
            throw new ClientGone("the client left while it waited");
        }
    }
}
