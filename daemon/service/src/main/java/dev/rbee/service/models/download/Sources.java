package dev.rbee.service.models.download;

import dev.rbee.client.Credential;
import dev.rbee.contract.models.ResolvedModel;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a hive's downloads come from.
 *
 * @param resolver what references mean
 * @param fleet address of the queen, or of her gateway; null while none is known
 * @param credential for it
 * @param hubToken of this machine's own environment; null where there is none
 */
public record Sources(
        Resolver resolver,
        Supplier<@Nullable String> fleet,
        Supplier<Credential> credential,
        Supplier<@Nullable String> hubToken) {
    /** Knows what a reference means. */
    @FunctionalInterface
    public interface Resolver {
        /** The files it means. Asks the hub; throws {@code source_not_found} and the like. */
        ResolvedModel resolve(String ref);
    }

    @Override
    public String toString() {
        return "Sources[]";
    }
}
