package dev.rbee.service.models.adopt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ollama's store: {@code manifests/<host>/<namespace>/<model>/<tag>} names layers in {@code blobs/sha256-<hash>}. A digest that is not
 * exactly one is refused: it would name a path.
 */
public record OllamaStore(Path root, boolean named) implements Place {
    private static final Logger LOG = LoggerFactory.getLogger(OllamaStore.class);
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}");
    private static final long MOST = 1 << 20;
    private static final String LAYER = "application/vnd.ollama.image.";

    @Override
    public Origin origin() {
        return Origin.OLLAMA;
    }

    @Override
    public List<Found> scan() throws IOException {
        Map<String, Found> byDigest = new LinkedHashMap<>();
        Path real = root.toRealPath();
        for (Path host : Inside.listed(real.resolve("manifests"))) {
            for (Path namespace : Inside.folders(host)) {
                for (Path model : Inside.folders(namespace)) {
                    for (Path tag : Inside.list(model)) {
                        manifest(real, List.of(host, namespace, model, tag))
                                .ifPresent(
                                        each -> byDigest.merge(String.valueOf(each.sha256()), each, OllamaStore::both));
                    }
                }
            }
        }
        return List.copyOf(byDigest.values());
    }

    /** Two tags of the same bytes: one model, named by the tag that says more. */
    private static Found both(Found a, Found b) {
        Found first = a.stem().endsWith("-latest") ? b : a;
        List<String> refs = new ArrayList<>(a.refs());
        b.refs().stream().filter(each -> !refs.contains(each)).forEach(refs::add);
        return first.with(refs);
    }

    private static Optional<Found> manifest(Path real, List<Path> way) {
        List<String> words = way.stream().map(OllamaStore::word).toList();
        Path tag = way.getLast();
        if (words.contains("") || !Files.isRegularFile(tag, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            if (Files.size(tag) > MOST) {
                return Optional.empty();
            }
            JsonNode layers = Json.tree(Files.readAllBytes(tag)).path("layers");
            Path weights = blob(real, layers, "model");
            boolean adapted = layer(layers, "adapter") != null;
            if (weights == null || adapted) {
                return Optional.empty();
            }
            String sha256 = weights.getFileName().toString().substring("sha256-".length());
            return Optional.of(new Found(
                    words.get(2) + "-" + words.get(3),
                    List.of(weights),
                    0,
                    blob(real, layers, "projector"),
                    refs(words),
                    sha256,
                    null));
        } catch (IOException | ProblemException e) {
            LOG.debug("manifest={} is left out: {}", tag, e.toString());
            return Optional.empty();
        }
    }

    private static List<String> refs(List<String> words) {
        String name = words.get(2) + ":" + words.get(3);
        String namespace = words.get(1);
        return switch (words.getFirst()) {
            case "registry.ollama.ai" -> List.of(namespace.equals("library") ? name : namespace + "/" + name);
            case "hf.co", "huggingface.co" -> List.of("hf:" + namespace + "/" + name);
            default -> List.of();
        };
    }

    private static @Nullable Path blob(Path root, JsonNode layers, String kind) {
        String digest = layer(layers, kind);
        if (digest == null || !DIGEST.matcher(digest).matches()) {
            return null;
        }
        Path blob = root.resolve("blobs").resolve(digest.replace(':', '-'));
        return Inside.file(root, blob).filter(blob::equals).orElse(null);
    }

    private static @Nullable String layer(JsonNode layers, String kind) {
        for (JsonNode layer : layers) {
            if (layer.path("mediaType").asText().equals(LAYER + kind)) {
                return layer.path("digest").asText();
            }
        }
        return null;
    }

    private static String word(Path path) {
        String name = String.valueOf(path.getFileName());
        return WORD.matcher(name).matches() && !name.contains("..") ? name : "";
    }
}
