package dev.rbee.contract.endpoints;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/endpoints}: any OpenAI-compatible server becomes workers, one per model.
 *
 * @param name of letters, digits, dash, dot; shown as its hive
 * @param url base address, with or without {@code /v1}
 * @param key sent as bearer token; kept in a file of mode 0600
 * @param models only these; all it lists where left out
 * @param slots answers it may make at a time, 8 where left out
 */
public record AddEndpoint(
        @Nullable String name,
        @Nullable String url,
        @Nullable String key,
        @Nullable List<String> models,
        @Nullable Integer slots) {
    /** Without the key. */
    @Override
    public String toString() {
        return "AddEndpoint[" + name + ", " + url + ", " + models + "]";
    }
}
