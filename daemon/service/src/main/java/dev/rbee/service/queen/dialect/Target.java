package dev.rbee.service.queen.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Where an attached worker's requests go.
 *
 * @param server name of the attached server
 * @param api base of its OpenAI routes, as {@code http://127.0.0.1:11434/v1}
 * @param model as the server calls it
 * @param context tokens of its context, 0 while unknown
 * @param key of the server; null: it wants none
 */
public record Target(
        String server,
        ServerKind kind,
        String api,
        String model,
        int context,
        @Nullable String key) {
    /** Without the key. */
    @Override
    public String toString() {
        return "Target[" + server + ", " + kind.wire() + ", " + api + ", " + model + "]";
    }
}
