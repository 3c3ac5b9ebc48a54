package dev.rbee.service.models.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.models.HubModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the hub says of a repository, in our words. Pure. */
final class Hits {
    private Hits() {}

    static HubModel of(JsonNode json, String repository, @Nullable List<HubModel.HubFile> files) {
        return new HubModel(
                repository,
                number(json.path("downloads")),
                number(json.path("likes")),
                text(json.path("lastModified")),
                Repository.gated(json),
                Repository.license(json),
                Repository.tags(json),
                files);
    }

    private static @Nullable Long number(JsonNode node) {
        return node.canConvertToLong() ? Long.valueOf(node.asLong()) : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && node.asText().length() <= 40 ? node.asText() : null;
    }
}
