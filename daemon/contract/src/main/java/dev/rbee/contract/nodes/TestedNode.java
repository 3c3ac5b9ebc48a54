package dev.rbee.contract.nodes;

/**
 * Answer of {@code POST /v2/registry/beehives/test}: the machine was logged in to and looked at; nothing was changed there.
 *
 * @param fingerprint {@code SHA256:...} of its host key
 * @param connectMs how long login took, milliseconds
 */
public record TestedNode(
        boolean success,
        String message,
        String nodeName,
        String fingerprint,
        String keyType,
        long connectMs,
        ProbeReport report) {}
