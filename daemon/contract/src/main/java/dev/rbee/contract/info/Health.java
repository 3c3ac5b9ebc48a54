package dev.rbee.contract.info;

/**
 * Answer of {@code GET /health}.
 *
 * @param status {@code ok}, {@code loading} or {@code draining}
 */
public record Health(String status, String component, String version) {}
