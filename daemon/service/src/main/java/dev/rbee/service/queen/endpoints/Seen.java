package dev.rbee.service.queen.endpoints;

import dev.rbee.service.queen.dialect.ServerKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a server found.
 *
 * @param api base of its OpenAI routes
 * @param slots answers at a time, where it says so
 * @param version where it says so
 */
record Seen(
        String api,
        ServerKind kind,
        List<Offered> models,
        @Nullable Integer slots,
        @Nullable String version) {}
