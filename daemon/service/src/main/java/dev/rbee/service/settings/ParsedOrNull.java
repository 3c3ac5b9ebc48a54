package dev.rbee.service.settings;

import org.jspecify.annotations.Nullable;

/** Reads a text; null where it is not of the kind. */
@FunctionalInterface
interface ParsedOrNull<T> {
    @Nullable
    T apply(String text);
}
