package dev.rbee.app.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rbee.contract.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers, by dotted keys ({@code window.width}, {@code table.hives.sort}), in one small file. Nothing of weight and no
 * secret belongs here: a damaged file means defaults. Reading is thread-safe and never blocks; values are put on the JavaFX thread, where
 * {@link #watch watchers} are told too, and saved half a second later in one step.
 */
public final class AppState implements AutoCloseable {
    private final ConcurrentSkipListMap<String, JsonNode> values = new ConcurrentSkipListMap<>();
    private final Map<String, List<Runnable>> watchers = new ConcurrentHashMap<>();
    private final @Nullable StateFile file;

    private AppState(@Nullable StateFile file) {
        this.file = file;
    }

    /** What stands in that file; nothing where it is missing or damaged. Reads the disk. */
    public static AppState open(Path path) {
        StateFile file = new StateFile(path);
        AppState state = new AppState(file);
        file.read()
                .ifPresent(
                        json -> json.properties().forEach(entry -> state.values.put(entry.getKey(), entry.getValue())));
        return state;
    }

    /** One that forgets: for tests and pictures. */
    public static AppState memory() {
        return new AppState(null);
    }

    /** The text of that key. */
    public String text(String key, String otherwise) {
        return read(key, value -> value.isTextual() ? value.textValue() : null, otherwise);
    }

    /** The number of that key. */
    public double number(String key, double otherwise) {
        return read(key, value -> value.isNumber() ? value.doubleValue() : null, otherwise);
    }

    /** The yes or no of that key. */
    public boolean flag(String key, boolean otherwise) {
        return read(key, value -> value.isBoolean() ? value.booleanValue() : null, otherwise);
    }

    /** The texts of that key, in their order; empty where there are none. */
    public List<String> list(String key) {
        return read(key, AppState::texts, List.of());
    }

    /** The tree of that key, for what is none of these; null where there is none. A copy. */
    public @Nullable JsonNode tree(String key) {
        JsonNode value = values.get(key);
        return value == null ? null : value.deepCopy();
    }

    /** Whether something was put under that key. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The keys that begin like that, in the order of the alphabet. */
    public List<String> keys(String prefix) {
        return values.tailMap(prefix).keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .toList();
    }

    /** Remembers a text. */
    public void put(String key, String value) {
        set(key, TextNode.valueOf(value));
    }

    /** Remembers a number. */
    public void put(String key, double value) {
        set(key, DoubleNode.valueOf(value));
    }

    /** Remembers a yes or no. */
    public void put(String key, boolean value) {
        set(key, BooleanNode.valueOf(value));
    }

    /** Remembers texts in their order. */
    public void put(String key, List<String> texts) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        texts.forEach(array::add);
        set(key, array);
    }

    /** Remembers a tree. */
    public void put(String key, JsonNode tree) {
        set(key, tree.deepCopy());
    }

    /** Forgets that key. */
    public void remove(String key) {
        if (values.remove(key) != null) {
            changed(key);
        }
    }

    /** Tells of every change of that key, on the thread that puts it, which is the JavaFX thread. */
    public void watch(String key, Runnable told) {
        watchers.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>()).add(told);
    }

    private void set(String key, JsonNode value) {
        if (!value.equals(values.put(key, value))) {
            changed(key);
        }
    }

    private void changed(String key) {
        if (file != null) {
            file.soon(this::json);
        }
        watchers.getOrDefault(key, List.of()).forEach(Runnable::run);
    }

    private ObjectNode json() {
        ObjectNode all = Json.MAPPER.createObjectNode();
        values.forEach(all::set);
        return all;
    }

    private <T> T read(String key, Function<JsonNode, @Nullable T> as, T otherwise) {
        JsonNode value = values.get(key);
        T read = value == null ? null : as.apply(value);
        return read == null ? otherwise : read;
    }

    private static @Nullable List<String> texts(JsonNode value) {
        if (!value.isArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        value.forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }

    /** Writes what is not written yet; later changes stay in memory. Writes the disk, a few milliseconds. */
    @Override
    public void close() {
        if (file != null) {
            file.close(this::json);
        }
    }
}
