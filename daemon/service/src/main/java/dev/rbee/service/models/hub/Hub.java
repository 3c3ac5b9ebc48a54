package dev.rbee.service.models.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.fetch.Web;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The model hub: its search and its repositories. Calls block and throw {@link ProblemException} as fetching does: {@code source_not_found},
 * {@code hub_unauthorized}, {@code hub_rate_limited}, {@code offline} and so on. Thread-safe.
 */
public final class Hub {
    private static final int LARGEST = 32 << 20;
    private static final int MOST_HITS = 100;
    private static final int HITS = 20;
    private static final int LONGEST_SEARCH = 200;

    private final Web web;
    private final Supplier<Optional<String>> token;

    /**
     * A hub.
     *
     * @param web by which it is asked; its rules say where it is
     * @param token asked for at each call
     */
    public Hub(Web web, Supplier<Optional<String>> token) {
        this.web = web;
        this.token = token;
    }

    /**
     * Repositories with GGUF files that have these words in their names, without their files.
     *
     * @param limit at most 100; 20 where null
     * @param sort {@code downloads} (where null), {@code likes}, {@code updated} or {@code trending}
     */
    public List<HubModel> search(String words, @Nullable Integer limit, @Nullable String sort) {
        if (words.length() > LONGEST_SEARCH) {
            throw new ProblemException(Problem.field("q", "The search is too long.", "Use a few words."));
        }
        if (limit != null && (limit < 1 || limit > MOST_HITS)) {
            throw new ProblemException(
                    Problem.field("limit", "limit is " + limit + ".", "Use 1 to " + MOST_HITS + "."));
        }
        HttpUrl.Builder address = web.rules()
                .at("api/models")
                .addQueryParameter("search", words.strip())
                .addQueryParameter("filter", "gguf")
                .addQueryParameter("sort", sort(sort))
                .addQueryParameter("direction", "-1")
                .addQueryParameter("limit", Integer.toString(limit == null ? HITS : limit));
        for (String field : List.of("downloads", "likes", "lastModified", "gated", "tags")) {
            address.addQueryParameter("expand[]", field);
        }
        List<HubModel> hits = new ArrayList<>();
        for (JsonNode hit : read(address.build())) {
            repository(hit.path("id").asText("")).ifPresent(name -> hits.add(Hits.of(hit, name, null)));
        }
        return hits;
    }

    private static String sort(@Nullable String sort) {
        return switch (sort == null ? "downloads" : sort) {
            case "downloads" -> "downloads";
            case "likes" -> "likes";
            case "updated" -> "lastModified";
            case "trending" -> "trendingScore";
            default ->
                throw new ProblemException(Problem.field(
                        "sort", "Nothing is sorted by that.", "Use downloads, likes, updated or trending."));
        };
    }

    /** A good name of a repository; empty for what is none, as nothing could be fetched from it. */
    private static Optional<String> repository(String id) {
        try {
            return ModelRef.parse("hf:" + id) instanceof ModelRef.Hub hub
                            && hub.repository().equals(id)
                    ? Optional.of(id)
                    : Optional.empty();
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** One repository with its models, smallest first. */
    public HubModel repository(String owner, String repo) {
        ModelRef ref = ModelRef.parse("hf:" + owner + "/" + repo);
        if (!(ref instanceof ModelRef.Hub hub) || !hub.toString().equals("hf:" + owner + "/" + repo)) {
            throw new ProblemException(Problem.field("repo", "There can be no such repository.", "Write owner/repo."));
        }
        return load(hub).described();
    }

    /** The repository of a reference. */
    Repository load(ModelRef.Hub ref) {
        HttpUrl address = web.rules()
                .at("api/models/" + ref.repository())
                .addQueryParameter("blobs", "true")
                .build();
        return Repository.of(new ModelRef.Hub(ref.owner(), ref.repo(), null, null), read(address));
    }

    /** Where a file of a repository is fetched. */
    String url(ModelRef.Hub ref, String path) {
        return web.rules()
                .at(ref.repository() + "/resolve/main")
                .addPathSegments(path)
                .build()
                .toString();
    }

    private JsonNode read(HttpUrl address) {
        try {
            return Json.tree(web.read(address, token.get().orElse(null), LARGEST));
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.INVALID_JSON) {
                throw ProblemException.of(
                        ProblemCode.SOURCE_FAILED,
                        address.host() + " does not answer as a model hub does.",
                        "Is models.hub (or HF_ENDPOINT) right? Is there a login page in between?");
            }
            throw e;
        }
    }
}
