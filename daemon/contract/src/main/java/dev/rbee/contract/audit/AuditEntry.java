package dev.rbee.contract.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody changed, as {@code GET /v1/audit} lists it.
 *
 * @param n counts entries; {@code before} of the list refers to it
 * @param actor {@code admin} or the name of a user's token
 * @param action {@code token.new}, {@code hive.stop} ...
 * @param target what it was done to
 * @param outcome {@code ok}, or the code of the problem
 */
public record AuditEntry(
        long n,
        Instant at,
        String actor,
        String action,
        @Nullable String target,
        String outcome,
        @Nullable String details) {}
