package dev.rbee.app.links;

import org.jspecify.annotations.Nullable;

/** What a link asks for. Whoever does it shows it first; none of it sends, downloads or connects. */
public sealed interface Asked {
    /**
     * A new chat.
     *
     * @param model name or reference; null: whichever
     * @param prompt what would be said; null: nothing yet
     */
    record Chat(@Nullable String model, @Nullable String prompt) implements Asked {
        /** Without the prompt, which is nobody's business. */
        @Override
        public String toString() {
            return "Chat[model=" + model + "]";
        }
    }

    /**
     * A model to look at.
     *
     * @param ref of the hub, or a name of the catalogue
     */
    record Model(String ref) implements Asked {}

    /**
     * Another queen.
     *
     * @param address host with or without scheme and port, nothing else
     */
    record Connect(String address) implements Asked {}
}
