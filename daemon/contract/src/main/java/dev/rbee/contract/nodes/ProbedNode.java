package dev.rbee.contract.nodes;

/**
 * Answer of {@code POST /v2/registry/beehives/probe}: what was found; nothing was changed or saved.
 *
 * @param fingerprint {@code SHA256:...} of the host key that was met and is trusted
 * @param keyType {@code ssh-ed25519}, for instance
 */
public record ProbedNode(String fingerprint, String keyType, ProbeReport report) {}
