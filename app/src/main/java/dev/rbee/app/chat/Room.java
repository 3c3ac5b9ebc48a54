package dev.rbee.app.chat;

import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a chat and what is being written fit into what the model can hold at once. Pure. */
sealed interface Room {
    /** Share of the context from which little is left. */
    double NEARLY = 0.85;

    /** It fits, or nobody knows. */
    record Enough() implements Room {}

    /** It fits, but not for long. */
    record Little() implements Room {}

    /**
     * All together is too much; leaving out older messages helps.
     *
     * @param tokens about
     */
    record Over(int tokens, int most) implements Room {}

    /**
     * One message alone is too much: leaving out others does not help.
     *
     * @param tokens about
     * @param written whether it is the one being written, that can still be changed
     */
    record Alone(int tokens, int most, boolean written) implements Room {}

    /** Of a chat that has used so many tokens, while a message of {@code draft} tokens is written; {@code most} null: not known. */
    static Room of(List<Message> path, Setup setup, int draft, @Nullable Integer most) {
        if (most == null || most <= 0) {
            return new Enough();
        }
        int system = setup.prompt().isEmpty() ? 0 : Tokens.of(setup.prompt());
        if (draft + system > most) {
            return new Alone(draft + system, most, true);
        }
        int said = said(path) + system;
        if (said > most) {
            return new Alone(said, most, false);
        }
        int all = Tokens.used(path, setup.prompt()) + draft;
        if (setup.trim()) {
            return new Enough();
        }
        return all > most ? new Over(all, most) : all > most * NEARLY ? new Little() : new Enough();
    }

    /** Tokens of what was said last, about; asked at each key, so that a long chat is not read through. */
    private static int said(List<Message> path) {
        return path.reversed().stream()
                .filter(each -> each.role() == Role.USER)
                .findFirst()
                .map(Tokens::of)
                .orElse(0);
    }
}
