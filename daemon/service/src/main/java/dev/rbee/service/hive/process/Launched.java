package dev.rbee.service.hive.process;

import java.util.List;
import java.util.Map;

/**
 * A started process.
 *
 * @param nonce stands in its argv
 * @param command its argv
 * @param environment all of its environment
 */
public record Launched(Process process, String nonce, List<String> command, Map<String, String> environment) {
    /** One of which nobody asks how it was started. */
    public Launched(Process process, String nonce) {
        this(process, nonce, List.of(), Map.of());
    }
}
