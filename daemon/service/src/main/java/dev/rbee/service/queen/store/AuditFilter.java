package dev.rbee.service.queen.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit trail; null: any.
 *
 * @param outcome {@code ok} or {@code error}, which is anything else
 * @param text stands somewhere in its actor, action, target, outcome or details, in whatever case
 * @param since not before
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable String text,
        @Nullable Instant since) {
    /** All of them. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}
