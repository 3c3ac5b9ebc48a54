package dev.rbee.service.queen.endpoints;

import org.jspecify.annotations.Nullable;

/**
 * A model that a server offers.
 *
 * @param name under which rbee offers it
 * @param theirs as the server calls it
 * @param context tokens of its context; null while unknown, as the rest
 */
public record Offered(
        String name,
        String theirs,
        boolean chat,
        boolean embedding,
        @Nullable Boolean vision,
        @Nullable Boolean tools,
        @Nullable Integer context) {
    Offered can(boolean chats, boolean embeds, @Nullable Boolean sees, @Nullable Boolean calls) {
        return new Offered(name, theirs, chats, embeds, sees, calls, context);
    }

    Offered within(@Nullable Integer tokens) {
        return tokens == null || tokens <= 0 ? this : new Offered(name, theirs, chat, embedding, vision, tools, tokens);
    }
}
