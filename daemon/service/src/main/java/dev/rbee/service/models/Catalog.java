package dev.rbee.service.models;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The models of a hive by name. Who comes first keeps its name; one that comes later and would have the same gets a few letters of its path
 * behind it. What a cache holds under a known hash and is there already only adds its names to that. Not thread-safe.
 */
final class Catalog {
    private final Map<String, Item> items = new TreeMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> bySha256 = new HashMap<>();

    /** One whose name is its own. */
    void add(Item item) {
        put(item.file().id(), item);
    }

    /**
     * One that somebody else's folder holds; the name it brings is a wish.
     *
     * @param told its hash is known from its file's name, and so from the first look on: only then may it be taken for one that is here
     */
    void adopt(Item item, boolean told) {
        String there = told ? bySha256.get(item.sha256()) : null;
        if (there != null && item.file().parts().size() == 1) {
            Item known = items.get(there);
            if (known != null && known.file().parts().size() == 1 && !known.away()) {
                items.put(
                        there, known.with(both(known.file().refs(), item.file().refs())));
                return;
            }
        }
        String wish = item.file().id();
        put(keys.containsKey(key(wish)) ? distinct(wish, item.file().path()) : wish, item);
    }

    private void put(String id, Item item) {
        ModelFile file = item.file();
        ModelFile named = new ModelFile(
                id, file.parts(), file.missing(), file.projector(), file.origin(), file.refs(), file.within());
        items.put(id, new Item(named, item.seen(), item.sha256(), item.away()));
        keys.putIfAbsent(key(id), id);
        if (item.sha256() != null && !item.away()) {
            bySha256.putIfAbsent(item.sha256(), id);
        }
    }

    private static String distinct(String wish, Path path) {
        byte[] hash = Hasher.digest().digest(path.toString().getBytes(StandardCharsets.UTF_8));
        String stem = wish.length() > 92 ? wish.substring(0, 92) : wish;
        return stem + "-" + HexFormat.of().formatHex(hash, 0, 3);
    }

    static List<String> both(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().toList();
    }

    /** By name, as they are listed. */
    Collection<Item> items() {
        return items.values();
    }

    /** By its name, by a name that means the same, or by one of its other names; those at hand before those that are away. */
    Optional<Item> find(String name) {
        Item exact = items.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        String wanted = key(name);
        return Optional.ofNullable(keys.get(wanted)).map(items::get).or(() -> byRef(wanted));
    }

    private Optional<Item> byRef(String wanted) {
        List<Item> named = items.values().stream()
                .filter(item -> item.file().refs().stream().anyMatch(ref -> key(ref).equals(wanted)))
                .toList();
        return named.stream()
                .filter(item -> !item.away())
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /** Names with the same key mean the same model, here as at the queen. */
    private static String key(String name) {
        return dev.rbee.service.queen.routing.ModelNames.key(name);
    }
}
