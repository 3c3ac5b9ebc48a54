package dev.rbee.app.fx;

/** Work under way off the JavaFX thread. */
@FunctionalInterface
public interface Task {
    /** Interrupts it; its handlers are not called any more, unless they are on their way already. */
    void cancel();
}
