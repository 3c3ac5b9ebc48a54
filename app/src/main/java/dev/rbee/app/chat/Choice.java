package dev.rbee.app.chat;

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
            case Auto _ -> "Auto";
            case Model model -> model.name();
            case Worker worker -> worker.model() + " · " + worker.id();
        };
    }
}
