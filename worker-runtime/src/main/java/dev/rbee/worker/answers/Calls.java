package dev.rbee.worker.answers;

import dev.rbee.worker.engine.GenerationEvent;
import java.util.ArrayList;
import java.util.List;

/** Puts calls of tools together that come in pieces. One thread. */
final class Calls {
    private final List<GenerationEvent.ToolCall> all = new ArrayList<>();

    void add(GenerationEvent.ToolCall piece) {
        for (int i = 0; i < all.size(); i++) {
            GenerationEvent.ToolCall call = all.get(i);
            if (call.index() == piece.index()) {
                all.set(
                        i,
                        new GenerationEvent.ToolCall(
                                call.index(),
                                call.id() == null ? piece.id() : call.id(),
                                call.name() == null ? piece.name() : call.name(),
                                call.arguments() + piece.arguments()));
                return;
            }
        }
        all.add(piece);
    }

    List<GenerationEvent.ToolCall> list() {
        return List.copyOf(all);
    }
}
