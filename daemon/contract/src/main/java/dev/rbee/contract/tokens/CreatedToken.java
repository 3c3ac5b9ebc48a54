package dev.rbee.contract.tokens;

import java.time.Instant;

/**
 * Answer of {@code POST /v1/tokens}: the only time the token is shown.
 *
 * @param token goes into {@code Authorization: Bearer}
 */
public record CreatedToken(String id, String name, TokenScope scope, Instant createdAt, String token) {
    /** Never the token itself. */
    @Override
    public String toString() {
        return "CreatedToken[id=" + id + ", name=" + name + "]";
    }
}
