package dev.rbee.service.models.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.HubModel.HubFile;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A repository as the hub describes it. What it says is a stranger's word: names that no reference can have are left out.
 *
 * @param ref without quantization and file
 */
record Repository(ModelRef.Hub ref, boolean gated, @Nullable String license, List<RepoModel> models, JsonNode json) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_TAGS = 40;

    static Repository of(ModelRef.Hub ref, JsonNode json) {
        List<RepoFile> files = new ArrayList<>();
        for (JsonNode sibling : json.path("siblings")) {
            file(ref, sibling).ifPresent(files::add);
        }
        return new Repository(ref, gated(json), license(json), RepoModels.of(files), json);
    }

    private static Optional<RepoFile> file(ModelRef.Hub ref, JsonNode sibling) {
        String path = sibling.path("rfilename").asText("");
        if (!path.toLowerCase(java.util.Locale.ROOT).endsWith(".gguf")) {
            return Optional.empty();
        }
        try {
            boolean plain =
                    ModelRef.parse(ref.at(path).toString()) instanceof ModelRef.Hub hub && path.equals(hub.file());
            return plain ? Optional.of(new RepoFile(path, size(sibling), sha256(sibling))) : Optional.empty();
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Long size(JsonNode sibling) {
        JsonNode size = sibling.path("lfs").path("size").isNumber()
                ? sibling.path("lfs").path("size")
                : sibling.path("size");
        return size.canConvertToLong() && size.asLong() > 0 ? Long.valueOf(size.asLong()) : null;
    }

    private static @Nullable String sha256(JsonNode sibling) {
        String hash = sibling.path("lfs").path("sha256").asText("");
        return SHA256.matcher(hash).matches() ? hash : null;
    }

    /** {@code false}, or how one gets in. */
    static boolean gated(JsonNode json) {
        JsonNode gated = json.path("gated");
        return gated.isTextual() || gated.asBoolean(false);
    }

    static @Nullable String license(JsonNode json) {
        JsonNode said = json.path("cardData").path("license");
        if (said.isTextual()) {
            return said.asText();
        }
        return tags(json).stream()
                .filter(tag -> tag.startsWith("license:"))
                .map(tag -> tag.substring("license:".length()))
                .findFirst()
                .orElse(null);
    }

    static List<String> tags(JsonNode json) {
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : json.path("tags")) {
            if (tag.isTextual() && tag.asText().length() <= 100 && tags.size() < MOST_TAGS) {
                tags.add(tag.asText());
            }
        }
        return tags;
    }

    /** For people. */
    HubModel described() {
        return Hits.of(json, ref.repository(), models.stream().map(this::file).toList());
    }

    private HubFile file(RepoModel model) {
        return new HubFile(
                refOf(model).toString(),
                model.first().path(),
                model.quantization(),
                model.size(),
                model.first().sha256(),
                model.parts().size());
    }

    /** What to pull: the quantization where that means this model, else its file. */
    ModelRef.Hub refOf(RepoModel model) {
        String quantization = model.quantization();
        if (quantization == null) {
            return ref.at(model.first().path());
        }
        boolean meant =
                RepoModels.in(models, quantization).filter(model::equals).isPresent();
        return meant ? ref.in(quantization) : ref.at(model.first().path());
    }
}
