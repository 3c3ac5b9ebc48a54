package dev.rbee.testing;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hub's own routes. */
final class HubApi {
    private static final String MODELS = "/api/models";
    private static final String RESOLVE = "/resolve/main/";

    private final HubServer hub;
    private final HubStorage storage;

    HubApi(HubServer hub, HubStorage storage) {
        this.hub = hub;
        this.storage = storage;
    }

    void answer(RawRequest request, RawAnswer answer) throws IOException {
        String path = request.path();
        int resolve = path.indexOf(RESOLVE);
        hub.record(new HubRequest(
                "hub",
                request.method(),
                request.target(),
                resolve < 0 ? null : path.substring(1, resolve) + "/" + path.substring(resolve + RESOLVE.length()),
                0,
                request.headers(),
                new AtomicLong()));
        Map<String, String> headers = new LinkedHashMap<>();
        int refusal = hub.faults().nextRefusal(true, headers);
        if (refusal != 0) {
            answer.whole(request.head(), refusal, "text/plain", "not now", headers);
        } else if (strange(request)) {
            refuse(request, answer, 401, "", "Invalid credentials in Authorization header");
        } else if (path.equals(MODELS)) {
            answer.whole(request.head(), 200, HubJson.TYPE, found(request), headers);
        } else if (path.startsWith(MODELS + "/")) {
            repository(request, answer, path.substring(MODELS.length() + 1));
        } else if (resolve > 0) {
            resolve(request, answer, path.substring(1, resolve), path.substring(resolve + RESOLVE.length()));
        } else {
            refuse(request, answer, 404, "", "Not found");
        }
    }

    /** A token that is none of this hub's. */
    private boolean strange(RawRequest request) {
        String token = token(request);
        return token != null && !token.equals(hub.token()) && !token.equals(hub.otherToken());
    }

    private static @Nullable String token(RawRequest request) {
        String value = request.header("authorization");
        return value == null ? null : value.replaceFirst("^Bearer ", "");
    }

    private String found(RawRequest request) {
        String words = request.query("search").toLowerCase(Locale.ROOT);
        String filter = request.query("filter");
        int limit = request.query("limit").isEmpty() ? 1000 : Integer.parseInt(request.query("limit"));
        List<String> hits = hub.repos().stream()
                .filter(r -> !r.hidden
                        && List.of(words.split(" ", -1)).stream()
                                .allMatch(w -> r.id().toLowerCase(Locale.ROOT).contains(w)))
                .filter(r -> filter.isEmpty() || r.tags.contains(filter))
                .sorted(Comparator.comparingLong((HubRepo r) -> -r.downloads).thenComparing(HubRepo::id))
                .limit(limit)
                .map(HubJson::hit)
                .toList();
        return hits.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private void repository(RawRequest request, RawAnswer answer, String rest) throws IOException {
        String[] parts = rest.split("/", -1);
        HubRepo repo = parts.length < 2 ? null : seen(request, parts[0] + "/" + parts[1]);
        if (repo == null) {
            unknown(request, answer);
        } else if (parts.length == 2) {
            boolean sizes = request.query("blobs").equalsIgnoreCase("true");
            answer.whole(request.head(), 200, HubJson.TYPE, HubJson.repository(repo, sizes), Map.of());
        } else if (parts.length == 4 && parts[2].equals("tree") && parts[3].equals("main")) {
            answer.whole(request.head(), 200, HubJson.TYPE, HubJson.tree(repo), Map.of());
        } else {
            refuse(request, answer, 404, "RevisionNotFound", "Invalid rev id");
        }
    }

    private void resolve(RawRequest request, RawAnswer answer, String id, String name) throws IOException {
        HubRepo repo = seen(request, id);
        if (repo == null) {
            unknown(request, answer);
            return;
        }
        if (repo.gated && token(request) == null) {
            refuse(request, answer, 401, "GatedRepo", "Access to model " + id + " is restricted.");
            return;
        }
        if (repo.gated && hub.otherToken().equals(token(request))) {
            refuse(request, answer, 403, "GatedRepo", "Access to model " + id + " is restricted, visit it first.");
            return;
        }
        HubFile file = repo.find(name);
        if (file == null) {
            refuse(request, answer, 404, "EntryNotFound", "Entry not found");
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        String elsewhere = hub.faults().redirect;
        headers.put("Location", elsewhere != null ? elsewhere : storage.sign(repo, file));
        headers.put("X-Repo-Commit", HubJson.COMMIT);
        headers.put("X-Linked-Size", Long.toString(file.size() + hub.faults().lie));
        if (!hub.faults().noEtag) {
            headers.put("X-Linked-Etag", file.large() ? "\"" + file.sha256() + "\"" : file.etag());
        }
        answer.whole(request.head(), 302, "text/plain", "Found. Redirecting", headers);
    }

    private @Nullable HubRepo seen(RawRequest request, String id) {
        HubRepo repo = hub.find(id);
        return repo == null || (repo.hidden && !hub.token().equals(token(request))) ? null : repo;
    }

    /** As the hub does: who has no account is not told that there is no such repository. */
    private static void unknown(RawRequest request, RawAnswer answer) throws IOException {
        if (token(request) == null) {
            refuse(request, answer, 401, "", "Invalid username or password.");
        } else {
            refuse(request, answer, 404, "RepoNotFound", "Repository not found");
        }
    }

    private static void refuse(RawRequest request, RawAnswer answer, int status, String code, String message)
            throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!code.isEmpty()) {
            headers.put("X-Error-Code", code);
        }
        headers.put("X-Error-Message", message);
        answer.whole(request.head(), status, HubJson.TYPE, "{\"error\":\"" + message + "\"}", headers);
    }
}
