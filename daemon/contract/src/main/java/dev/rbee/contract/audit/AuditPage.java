package dev.rbee.contract.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /v1/audit}, newest first.
 *
 * @param nextBefore ask again with {@code before} set to this for older ones; absent at the end
 */
public record AuditPage(List<AuditEntry> entries, @Nullable Long nextBefore) {}
