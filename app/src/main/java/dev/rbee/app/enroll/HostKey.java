package dev.rbee.app.enroll;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.app.words.Words;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.nio.charset.StandardCharsets;

/**
 * The key with which a machine shows that it is itself.
 *
 * @param fingerprint {@code SHA256:...}
 * @param keyType {@code ssh-ed25519}, for instance
 */
public record HostKey(String host, String keyType, String fingerprint) {
    private static final Words WORDS = Words.of(HostKey.class);

    /** Out of a {@code host_key_unknown} problem; {@code host} stands in where the problem names none. */
    public static HostKey of(Problem problem, String host) {
        String details = problem.details();
        try {
            JsonNode json = Json.tree((details == null ? "{}" : details).getBytes(StandardCharsets.UTF_8));
            return new HostKey(
                    json.path("host").asText(host),
                    json.path("key_type").asText(WORDS.get("ssh.key")),
                    json.path("fingerprint").asText(""));
        } catch (ProblemException e) {
            return new HostKey(host, WORDS.get("ssh.key"), "");
        }
    }

    /** The file that holds this kind of key on an OpenSSH server. */
    public String serverFile() {
        String kind = keyType.startsWith("ssh-") ? keyType.substring(4) : keyType.startsWith("ecdsa") ? "ecdsa" : "*";
        return "/etc/ssh/ssh_host_" + kind + "_key.pub";
    }
}
