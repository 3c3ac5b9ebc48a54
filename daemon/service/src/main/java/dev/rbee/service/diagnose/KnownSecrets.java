package dev.rbee.service.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The secrets that an installation keeps, read so that they can be found elsewhere. Never leaves this package. */
final class KnownSecrets {
    private static final String NAMES =
            "(?i).*(token|secret|password|passwd|passphrase|key|credential|authorization).*";
    private static final long LARGEST = 1 << 20;

    private KnownSecrets() {}

    /** Of its files and of the environment. Reads the disk; what cannot be read is left out. */
    static Set<String> of(Home home, Map<String, String> environment) {
        Set<String> secrets = new HashSet<>();
        file(home.tokenFile(), secrets);
        for (Path file : List.of(home.endpointKeys(), home.path().resolve("connections.json"))) {
            json(file, file.equals(home.endpointKeys()), secrets);
        }
        environment.forEach((name, value) -> {
            if (name.matches(NAMES) && !name.endsWith("_PATH")) {
                secrets.add(value);
            }
        });
        String hub = environment.get("HF_TOKEN_PATH");
        Path user = Path.of(System.getProperty("user.home"));
        file(hub == null || hub.isBlank() ? user.resolve(".cache/huggingface/token") : Path.of(hub), secrets);
        return secrets;
    }

    private static void file(Path file, Set<String> secrets) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) < LARGEST) {
                Files.readAllLines(file).forEach(secrets::add);
            }
        } catch (IOException e) {
            secrets.remove(""); // nobody can read it, so nobody has copied it either
        }
    }

    private static void json(Path file, boolean all, Set<String> secrets) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) < LARGEST) {
                strings(Json.tree(Files.readAllBytes(file)), all, secrets);
            }
        } catch (IOException | ProblemException e) {
            file(file, secrets);
        }
    }

    private static void strings(JsonNode node, boolean all, Set<String> secrets) {
        if (node.isTextual() && all) {
            secrets.add(node.textValue());
        }
        if (node.isArray()) {
            node.forEach(each -> strings(each, all, secrets));
        }
        node.properties()
                .forEach(
                        field -> strings(field.getValue(), all || field.getKey().matches(NAMES), secrets));
    }
}
