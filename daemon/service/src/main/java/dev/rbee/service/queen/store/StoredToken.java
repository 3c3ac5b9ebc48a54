package dev.rbee.service.queen.store;

import dev.rbee.contract.tokens.TokenInfo;

/**
 * A user's token as it is kept.
 *
 * @param sha256 of the token, hexadecimal; the token itself is nowhere
 */
public record StoredToken(TokenInfo info, String sha256) {}
