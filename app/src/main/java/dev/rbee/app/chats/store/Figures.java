package dev.rbee.app.chats.store;

import org.jspecify.annotations.Nullable;

/**
 * How an answer went; null is what nobody measured.
 *
 * @param promptTokens of all that was sent
 * @param tokens of the answer
 * @param perSecond tokens
 * @param firstMs until the first token
 * @param totalMs until the last one
 * @param reason why it ended, as the worker says: {@code stop}, {@code length}
 * @param context tokens that the worker could hold at once
 */
public record Figures(
        @Nullable Integer promptTokens,
        @Nullable Integer tokens,
        @Nullable Double perSecond,
        @Nullable Double firstMs,
        @Nullable Double totalMs,
        @Nullable String reason,
        @Nullable Integer context) {
    /** With the context of its worker. */
    public Figures within(@Nullable Integer most) {
        return new Figures(promptTokens, tokens, perSecond, firstMs, totalMs, reason, most);
    }
}
