package dev.rbee.contract.models;

import java.util.List;

/**
 * Answer of {@code POST /v1/models/gc}: what is (or would be) freed.
 *
 * @param dryRun nothing was deleted
 * @param freedBytes of all items
 */
public record GcReport(boolean dryRun, long freedBytes, List<Item> items) {
    /**
     * One of them.
     *
     * @param why in words
     */
    public record Item(String hive, String path, long bytes, String why) {}
}
