package dev.rbee.contract.workers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a worker was started where it is, as the queen saw it then: {@code GET /v1/workers/{id}/placement}.
 *
 * @param at when the hive was chosen; null where no queen chose it
 * @param by {@code hand}: somebody asked for the worker; {@code requests}: requests waited for it; {@code itself}: it was there without
 *     this queen; {@code attached}: a server of others
 * @param reason in words
 * @param needsBytes memory it was expected to take
 * @param freeBytes memory that was free on the hive
 * @param others the hives that were weighed with it, best first
 */
public record WorkerPlacement(
        String workerId,
        @Nullable Instant at,
        String by,
        String hive,
        String reason,
        @Nullable Long needsBytes,
        @Nullable Long freeBytes,
        List<Passed> others) {

    /**
     * A hive that was not chosen.
     *
     * @param why in words that go on behind its name
     * @param freeBytes memory that was free there; null where nobody looked
     */
    public record Passed(String hive, String why, @Nullable Long freeBytes) {}
}
