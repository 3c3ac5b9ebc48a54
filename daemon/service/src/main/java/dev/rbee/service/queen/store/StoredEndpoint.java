package dev.rbee.service.queen.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code endpoints}.
 *
 * @param models only these; null: all it offers
 * @param slots answers at a time; null: what the server says, else a usual number
 * @param kind what it was when it was last seen
 * @param offered JSON of what it offered then; null: never seen
 */
public record StoredEndpoint(
        String name,
        String url,
        @Nullable List<String> models,
        @Nullable Integer slots,
        @Nullable String kind,
        @Nullable String offered,
        @Nullable Instant lastSeen) {}
