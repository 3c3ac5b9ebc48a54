package dev.rbee.contract.models;

import org.jspecify.annotations.Nullable;

/**
 * Answer of a hive's {@code DELETE /v1/models/{id}}; with {@code ?dry_run=true} what it would be.
 *
 * @param id name of the model
 * @param dryRun nothing was deleted
 * @param freedBytes on the disk; 0 where the bytes stay: another name uses them, or they are somebody else's
 * @param message for people: what is deleted, what stays and why
 */
public record DeletedModel(
        String id,
        boolean dryRun,
        long freedBytes,
        @Nullable String hive,
        String message) {
    /** The same, said to be on that hive. */
    public DeletedModel on(String hiveId) {
        return new DeletedModel(id, dryRun, freedBytes, hiveId, message);
    }
}
