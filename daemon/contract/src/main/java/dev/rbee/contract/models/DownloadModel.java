package dev.rbee.contract.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of a hive's {@code POST /v1/models/download}: a job that ends with the {@link ModelEntry}. Seed 004 sends {@code model_ref} alone; the
 * hive resolves it itself then.
 *
 * @param modelRef the reference
 * @param name readable name in the store
 * @param files what to fetch, as the queen resolved it; null: resolved here
 * @param fleet fetch by SHA-256 from the fleet, through the queen ({@code GET /v1/models/{sha256}/file}), not from outside
 * @param hubToken sent to the hub only; never written down
 */
public record DownloadModel(
        @Nullable String modelRef,
        @Nullable String name,
        @Nullable List<RemoteFile> files,
        @Nullable Boolean fleet,
        @Nullable String hubToken) {
    /** Without the token. */
    @Override
    public String toString() {
        return "DownloadModel[" + modelRef + ", " + name + ", " + files + ", fleet=" + fleet + "]";
    }
}
