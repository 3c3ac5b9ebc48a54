package dev.rbee.testing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A request that came.
 *
 * @param server {@code hub} or {@code cdn}
 * @param file what it was about, {@code owner/repo/name}; null for the hub's lists
 * @param from first byte asked for; 0 without a range
 * @param headers lower case names
 * @param sent bytes of the body that went out; still growing while it is answered
 */
public record HubRequest(
        String server,
        String method,
        String target,
        @Nullable String file,
        long from,
        Map<String, String> headers,
        AtomicLong sent) {
    /** The token it brought; null where it brought none. */
    public @Nullable String token() {
        String value = headers.get("authorization");
        return value == null || !value.startsWith("Bearer ") ? null : value.substring("Bearer ".length());
    }

    /** Without headers: there may be a token in them. */
    @Override
    public String toString() {
        return server + " " + method + " " + file + " from " + from + " sent " + sent;
    }
}
