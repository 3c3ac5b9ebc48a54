package dev.rbee.service.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a download is to become, {@code partial/<key>.plan}: so that it is known after a restart. Names no address: who goes on with it brings
 * that.
 *
 * @param key of the content; one content is downloaded once
 * @param id name of the model
 * @param ref under which it was asked for
 * @param files in order, the projector last
 */
public record PartialPlan(String key, String id, @Nullable String ref, List<Piece> files) {
    /**
     * One of them.
     *
     * @param role {@code model} or {@code mmproj}
     * @param part name of the unfinished file, without ending
     * @param sizeBytes where known
     * @param sha256 where known
     */
    public record Piece(
            String role,
            String part,
            @Nullable Long sizeBytes,
            @Nullable String sha256) {
        /** Whether it is a projector. */
        public boolean projector() {
            return role.equals("mmproj");
        }
    }

    /** The files of the model itself. */
    public List<Piece> weights() {
        return files.stream().filter(each -> !each.projector()).toList();
    }

    /** Size of all, where known. */
    public @Nullable Long totalBytes() {
        long total = 0;
        for (Piece each : files) {
            if (each.sizeBytes() == null) {
                return null;
            }
            total += each.sizeBytes();
        }
        return total;
    }
}
