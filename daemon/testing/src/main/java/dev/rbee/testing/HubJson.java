package dev.rbee.testing;

import java.util.stream.Collectors;

/** What the hub says of its repositories, in its own words. Names are plain ones and need no escaping. */
final class HubJson {
    static final String TYPE = "application/json; charset=utf-8";
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private HubJson() {}

    static String hit(HubRepo repo) {
        return "{" + facts(repo) + "}";
    }

    static String repository(HubRepo repo, boolean sizes) {
        String siblings = repo.files().stream()
                .map(file -> "{\"rfilename\":\"" + file.name() + "\"" + (sizes ? sizes(file) : "") + "}")
                .collect(Collectors.joining(","));
        return "{" + facts(repo) + ",\"sha\":\"" + COMMIT + "\",\"cardData\":{\"license\":\"" + repo.license
                + "\"},\"siblings\":[" + siblings + "]}";
    }

    static String tree(HubRepo repo) {
        return repo.files().stream()
                .map(file ->
                        "{\"type\":\"file\",\"path\":\"" + file.name() + "\",\"size\":" + file.size() + ",\"oid\":\""
                                + COMMIT + "\""
                                + (file.large()
                                        ? ",\"lfs\":{\"oid\":\"" + file.sha256() + "\",\"size\":" + file.size()
                                                + ",\"pointerSize\":135}"
                                        : "")
                                + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String facts(HubRepo repo) {
        String tags = repo.tags.stream().map(t -> "\"" + t + "\",").collect(Collectors.joining());
        return "\"_id\":\"" + COMMIT.substring(0, 24) + "\",\"id\":\"" + repo.id() + "\",\"modelId\":\"" + repo.id()
                + "\",\"private\":" + repo.hidden + ",\"gated\":" + (repo.gated ? "\"manual\"" : "false")
                + ",\"downloads\":" + repo.downloads + ",\"likes\":" + repo.downloads / 100
                + ",\"lastModified\":\"2025-08-01T12:00:00.000Z\",\"pipeline_tag\":\"text-generation\",\"tags\":["
                + tags + "\"license:" + repo.license + "\"]";
    }

    private static String sizes(HubFile file) {
        return ",\"size\":" + file.size() + ",\"blobId\":\"" + COMMIT + "\""
                + (file.large()
                        ? ",\"lfs\":{\"sha256\":\"" + file.sha256() + "\",\"size\":" + file.size()
                                + ",\"pointerSize\":135}"
                        : "");
    }
}
