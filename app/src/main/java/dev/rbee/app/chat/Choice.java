package dev.rbee.app.chat;

import dev.rbee.app.words.Words;

/** With whom to chat. */
sealed interface Choice {
    /** Whoever can. */
    record Auto() implements Choice {}

    /** Any worker with that model. */
    record Model(String name) implements Choice {}

    /** This worker only. */
    record Worker(String id, String model) implements Choice {}

    /** In the picker's button. */
    default String words() {
        return switch (this) {
            case Auto _ -> Words.of(Choice.class).get("choice.auto");
            case Model model -> model.name();
            case Worker worker -> worker.model() + " · " + worker.id();
        };
    }

    /** The model that is meant; empty where any will do. */
    default String model() {
        return switch (this) {
            case Auto _ -> "";
            case Model model -> model.name();
            case Worker(String id, String name) -> name;
        };
    }

    /** As text that {@link #read} understands. */
    default String wire() {
        return switch (this) {
            case Auto _ -> "auto";
            case Model model -> "model " + model.name();
            case Worker worker -> "worker " + worker.id() + " " + worker.model();
        };
    }

    /** What {@link #wire} wrote; whoever can for anything else. */
    static Choice read(String wire) {
        String[] parts = wire.split(" ", 3);
        if (parts[0].equals("model") && parts.length > 1) {
            return new Model(wire.substring("model ".length()));
        }
        return parts[0].equals("worker") && parts.length == 3 ? new Worker(parts[1], parts[2]) : new Auto();
    }
}
