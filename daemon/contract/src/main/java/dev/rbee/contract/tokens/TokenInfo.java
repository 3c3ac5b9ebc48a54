package dev.rbee.contract.tokens;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's token as {@code GET /v1/tokens} lists it; the token itself is shown once, when it is made.
 *
 * @param id to revoke it by
 * @param lastUsedAt to the minute or so
 */
public record TokenInfo(
        String id,
        String name,
        TokenScope scope,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
