package dev.rbee.service.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values that were set, over the defaults; later layers win. Not thread-safe. */
final class Values {
    /** Where a value comes from, weakest first. */
    enum Source {
        DEFAULT("default"),
        FILE("rbee.toml"),
        ENVIRONMENT("environment"),
        FLAG("flag");

        final String word;

        Source(String word) {
            this.word = word;
        }
    }

    private record Set(Object value, Source source) {}

    private final Map<SettingKey<?>, Set> set = new LinkedHashMap<>();

    <T> void put(SettingKey<T> key, T value, Source source) {
        set.put(key, new Set(value, source));
    }

    @SuppressWarnings("unchecked") // put() takes only a value of the key's own type
    <T> T get(SettingKey<T> key) {
        Set there = set.get(key);
        return there == null ? key.fallback() : (T) there.value;
    }

    Source source(SettingKey<?> key) {
        Set there = set.get(key);
        return there == null ? Source.DEFAULT : there.source;
    }
}
