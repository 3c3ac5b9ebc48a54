package dev.rbee.app.live;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Things of one kind by id, and which of them changed since the last look. Not thread-safe. */
final class Known<V> {
    private final Map<String, V> now = new LinkedHashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private boolean all = true;
    private @Nullable Map<String, V> copy;

    void put(String id, V value) {
        now.put(id, value);
        touch(id);
    }

    void remove(String id) {
        if (now.remove(id) != null) {
            touch(id);
        }
    }

    void fill(Map<String, V> values) {
        now.clear();
        now.putAll(values);
        all = true;
        touched.clear();
        copy = null;
    }

    private void touch(String id) {
        copy = null;
        if (!all) {
            touched.add(id);
        }
    }

    /** Made anew only when something changed. */
    Map<String, V> view() {
        Map<String, V> made = copy;
        if (made == null) {
            made = Collections.unmodifiableMap(new LinkedHashMap<>(now));
            copy = made;
        }
        return made;
    }

    /** What changed since it was asked last. */
    Delta<V> take() {
        if (all) {
            all = false;
            return Delta.all(view());
        }
        if (touched.isEmpty()) {
            return Delta.none();
        }
        Map<String, V> values = new LinkedHashMap<>();
        Set<String> gone = new HashSet<>();
        for (String id : touched) {
            V value = now.get(id);
            if (value == null) {
                gone.add(id);
            } else {
                values.put(id, value);
            }
        }
        touched.clear();
        return new Delta<>(values, gone, false);
    }
}
