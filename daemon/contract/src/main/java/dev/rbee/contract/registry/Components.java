package dev.rbee.contract.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /v1/registry/components}; absent queen and application are written as null. */
public record Components(
        List<ComponentEntry> hives,
        List<ComponentEntry> workers,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable ComponentEntry queen,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable ComponentEntry gui) {}
