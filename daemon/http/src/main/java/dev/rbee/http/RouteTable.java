package dev.rbee.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The routes of one server. Filled before the start, only read after it. */
final class RouteTable implements Routes {
    private final Map<String, Entry> exact = new HashMap<>();
    private final List<Entry> patterns = new ArrayList<>();

    /** One path with its methods. */
    record Entry(List<String> segments, Map<String, Handler> handlers) {}

    /** A path that is known; whether the method is, the map says. */
    record Match(Map<String, Handler> handlers, Map<String, String> names) {}

    /** A method and path, for tests that try every route. */
    record Route(String method, String path) {}

    @Override
    public Routes on(String method, String path, Handler handler) {
        Entry entry = entry(path);
        if (entry.handlers.putIfAbsent(method, handler) != null) {
            throw new IllegalArgumentException("route " + method + " " + path + " is named twice");
        }
        return this;
    }

    private Entry entry(String path) {
        List<String> segments = List.of(path.substring(1).split("/", -1));
        if (!path.contains("{")) {
            return exact.computeIfAbsent(path, p -> new Entry(segments, new TreeMap<>()));
        }
        for (Entry entry : patterns) {
            if (entry.segments.equals(segments)) {
                return entry;
            }
        }
        Entry entry = new Entry(segments, new TreeMap<>());
        patterns.add(entry);
        return entry;
    }

    /** The entry for a path given as decoded segments; null where there is none. Exact paths go before patterns. */
    @Nullable
    Match find(List<String> path) {
        Entry same = exact.get("/" + String.join("/", path));
        if (same != null && same.segments.equals(path)) {
            return new Match(same.handlers, Map.of());
        }
        for (Entry entry : patterns) {
            Map<String, String> names = match(entry.segments, path);
            if (names != null) {
                return new Match(entry.handlers, names);
            }
        }
        return null;
    }

    private static @Nullable Map<String, String> match(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return null;
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String wanted = pattern.get(i);
            String given = path.get(i);
            if (wanted.startsWith("{")) {
                if (given.isEmpty()) {
                    return null;
                }
                names.put(wanted.substring(1, wanted.length() - 1), given);
            } else if (!wanted.equals(given)) {
                return null;
            }
        }
        return names;
    }

    /** All of them. */
    List<Route> all() {
        List<Route> all = new ArrayList<>();
        exact.forEach((path, entry) -> entry.handlers.keySet().forEach(method -> all.add(new Route(method, path))));
        patterns.forEach(entry -> entry.handlers
                .keySet()
                .forEach(method -> all.add(new Route(method, "/" + String.join("/", entry.segments)))));
        return all;
    }
}
