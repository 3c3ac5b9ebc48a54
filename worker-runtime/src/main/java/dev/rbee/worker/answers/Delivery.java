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
    public static void stream(Exchange x, Generation generation, Reading reading, Form form)
            throws ClientGone, InterruptedException {
        x.onDisconnect(generation::cancel);
        try (Sse out = x.sse()) {
            boolean ended = false;
            while (!ended) {
                GenerationEvent event = generation.poll(LOOK);
                if (event == null) {
                    demandOpen(out);
                    continue;
                }
                for (GenerationEvent meant : reading.of(event)) {
                    ended = say(out, meant, form);
                }
            }
        } finally {
            generation.cancel();
        }
    }

    /** Says it; true where that was the last. */
    private static boolean say(Sse out, GenerationEvent event, Form form) throws ClientGone {
        switch (event) {
            case GenerationEvent.Started(int _, int promptTokens, int _) -> form.started(out, promptTokens);
            case GenerationEvent.Piece(String text) -> form.piece(out, text);
            case GenerationEvent.Reasoning(String text) -> form.reasoning(out, text);
            case GenerationEvent.ToolCall call -> form.toolCall(out, call);
            case GenerationEvent.Ended(var reason, var usage, var timings) -> {
                form.ended(out, reason, usage, timings);
                return true;
            }
            case GenerationEvent.Failed(var problem) -> {
                form.failed(out, problem);
                return true;
            }
        }
        return false;
    }

    /** Answers with the whole of it. Throws what made it fail. */
    public static void whole(Exchange x, Generation generation, Reading reading, Form form)
            throws InterruptedException {
        x.onDisconnect(generation::cancel);
        StringBuilder text = new StringBuilder();
        StringBuilder thoughts = new StringBuilder();
        Calls calls = new Calls();
        try {
            while (true) {
                for (GenerationEvent event : reading.of(generation.take())) {
                    switch (event) {
                        case GenerationEvent.Started _ -> {}
                        case GenerationEvent.Reasoning(String thought) -> thoughts.append(thought);
                        case GenerationEvent.ToolCall call -> calls.add(call);
                        case GenerationEvent.Piece(String piece) -> text.append(piece);
                        case GenerationEvent.Ended(var reason, var usage, var timings) -> {
                            x.json(
                                    200,
                                    form.whole(new Answer(
                                            text.toString(),
                                            thoughts.toString(),
                                            calls.list(),
                                            reason,
                                            usage,
                                            timings)));
                            return;
                        }
                        case GenerationEvent.Failed(var problem) -> throw new ProblemException(problem);
                    }
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
