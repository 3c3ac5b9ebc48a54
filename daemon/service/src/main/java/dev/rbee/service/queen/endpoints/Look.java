package dev.rbee.service.queen.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rbee.contract.json.Json;
import dev.rbee.service.queen.dialect.ServerKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a server: whether it answers, what it is, what it offers. Blocks for some seconds. Thread-safe. */
final class Look {
    private final Asker asker;

    Look(Asker asker) {
        this.asker = asker;
    }

    /** Throws {@link Unseen} where it does not answer as a server should. {@code before}: what was seen last, asked for again only where new. */
    Seen at(String url, @Nullable String key, @Nullable Seen before) throws Unseen {
        List<String> apis = before == null ? List.of(url + "/v1", url) : List.of(before.api());
        Unseen why = null;
        for (String api : apis) {
            try {
                Asker.Reply list = asker.ask(api + "/models", key, null);
                if (list.status() == 401 || list.status() == 403) {
                    throw new Unseen(key == null ? "It wants a key." : "It does not take the key.", true);
                }
                if (list.good()
                        && (list.body().path("data").isArray()
                                || list.body().path("models").isArray())) {
                    return details(url, api, key, list, before);
                }
                why = why == null
                        ? new Unseen("GET " + api + "/models answers " + list.status() + ", no list of models.", false)
                        : why;
            } catch (IOException e) {
                throw new Unseen(e);
            }
        }
        throw why == null ? new Unseen("It does not answer.", false) : why;
    }

    private Seen details(String root, String api, @Nullable String key, Asker.Reply list, @Nullable Seen before) {
        List<Offered> models = Listing.models(list.body());
        ServerKind said = Listing.kind(list.body(), list.server());
        if (before != null && (said == null || said == before.kind()) && sameNames(models, before.models())) {
            return before;
        }
        if (said != null) {
            return said == ServerKind.LLAMA_SERVER
                    ? llama(root, api, key, models)
                    : new Seen(api, said, models, null, null);
        }
        JsonNode studio = quiet(root + "/api/v0/models", key, null);
        if (studio.path("data").path(0).has("type")) {
            return studio(api, models, studio);
        }
        JsonNode ollama = quiet(root + "/api/version", key, null);
        if (ollama.path("version").isTextual()) {
            return ollama(root, api, key, models, ollama.path("version").asText(), before);
        }
        return new Seen(api, ServerKind.OPENAI, models, null, null);
    }

    private static boolean sameNames(List<Offered> now, List<Offered> then) {
        return now.stream()
                .map(Offered::theirs)
                .toList()
                .equals(then.stream().map(Offered::theirs).toList());
    }

    private Seen llama(String root, String api, @Nullable String key, List<Offered> models) {
        JsonNode props = quiet(root + "/props", key, null);
        boolean sees = props.path("modalities").path("vision").asBoolean(false);
        int slots = props.path("total_slots").asInt();
        int context = props.path("default_generation_settings").path("n_ctx").asInt();
        String build = props.path("build_info").asText(null);
        JsonNode able = props.path("chat_template_caps");
        boolean calls = able.isMissingNode()
                || (able.path("supports_tools").asBoolean()
                        && able.path("supports_tool_calls").asBoolean(true));
        List<Offered> all = models.stream()
                .map(model ->
                        model.can(model.chat(), model.embedding(), sees, calls).within(context))
                .toList();
        return new Seen(api, ServerKind.LLAMA_SERVER, all, slots > 0 ? slots : null, build);
    }

    private static Seen studio(String api, List<Offered> models, JsonNode list) {
        Map<String, JsonNode> known = new HashMap<>();
        list.path("data").forEach(each -> known.put(each.path("id").asText(), each));
        List<Offered> all = models.stream()
                .map(model -> {
                    JsonNode each = known.get(model.theirs());
                    return each == null ? model : Listing.fromStudio(model, each);
                })
                .toList();
        return new Seen(api, ServerKind.LM_STUDIO, all, null, null);
    }

    private Seen ollama(
            String root,
            String api,
            @Nullable String key,
            List<Offered> models,
            String version,
            @Nullable Seen before) {
        List<Offered> all = new ArrayList<>();
        for (Offered model : models) {
            all.add(known(model, before).orElseGet(() -> shown(root, key, model)));
        }
        return new Seen(api, ServerKind.OLLAMA, all, null, version);
    }

    private static Optional<Offered> known(Offered model, @Nullable Seen before) {
        return before == null
                ? Optional.empty()
                : before.models().stream()
                        .filter(each -> each.theirs().equals(model.theirs()))
                        .findFirst();
    }

    private Offered shown(String root, @Nullable String key, Offered model) {
        JsonNode shown =
                quiet(root + "/api/show", key, Json.MAPPER.createObjectNode().put("model", model.theirs()));
        Offered capable = Listing.capable(model, shown.path("capabilities"));
        JsonNode info = shown.path("model_info");
        int context = info.path(info.path("general.architecture").asText() + ".context_length")
                .asInt();
        boolean says = shown.path("capabilities").isArray();
        Offered known = says && capable.tools() == null
                ? capable.can(capable.chat(), capable.embedding(), capable.vision(), false)
                : capable;
        return known.within(context);
    }

    /** What a server says on a route that it may not have. */
    private JsonNode quiet(String url, @Nullable String key, @Nullable JsonNode body) {
        try {
            Asker.Reply reply = asker.ask(url, key, body);
            return reply.good() ? reply.body() : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
