package dev.rbee.app.remote;

import dev.rbee.client.Remote;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the application is connected to: a queen and what belongs to her.
 *
 * @param name for people
 * @param here whether she is this installation's
 * @param queen null while there is none
 * @param token the installation's; null where only a user's key is known, so that workers' keys cannot be derived
 * @param registries where her registry may be, as addresses there, best first
 * @param ways to registry and workers
 */
public record Site(
        String name,
        boolean here,
        @Nullable Remote queen,
        @Nullable String token,
        Supplier<List<String>> registries,
        Ways ways) {
    /** With that queen; null: none. */
    public Site with(@Nullable Remote other) {
        return new Site(name, here, other, token, registries, ways);
    }

    @Override
    public String toString() {
        return "Site[" + name + "]";
    }
}
