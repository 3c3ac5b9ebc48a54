package dev.rbee.service.models.fetch;

import dev.rbee.client.Credential;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a file comes from. */
public sealed interface FetchSource {
    /** Its address. */
    String url();

    /**
     * Anywhere outside: every address on the way there is checked by the source guard.
     *
     * @param hubToken goes to the hub's own host only; null where there is none
     */
    record Outside(String url, @Nullable String hubToken) implements FetchSource {
        /** Without the token, and without what a query may hold. */
        @Override
        public String toString() {
            return "Outside[" + url.replaceFirst("\\?.*", "") + "]";
        }
    }

    /**
     * A server of the fleet: asked as it is, without proxy, redirects and guard. A copy within the fleet counts for no bandwidth limit.
     *
     * @param credential asked for at every request
     */
    record Fleet(String url, Supplier<Credential> credential) implements FetchSource {
        @Override
        public String toString() {
            return "Fleet[" + url + "]";
        }
    }
}
