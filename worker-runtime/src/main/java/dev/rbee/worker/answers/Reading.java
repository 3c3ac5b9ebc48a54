package dev.rbee.worker.answers;

import dev.rbee.worker.engine.GenerationEvent;
import java.util.List;

/** What an engine's events mean for the answer. For one answer, one thread. */
@FunctionalInterface
public interface Reading {
    /** They mean what they say. */
    Reading PLAIN = List::of;

    /** What that event means; nothing, where it only begins to mean something. */
    List<GenerationEvent> of(GenerationEvent event);
}
