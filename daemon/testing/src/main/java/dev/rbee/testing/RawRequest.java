package dev.rbee.testing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One HTTP request without a body, as it came. */
record RawRequest(String method, String target, Map<String, String> headers) {
    private static final int LONGEST_LINE = 16_384;

    /** The next one of the connection; null at its end. */
    static @Nullable RawRequest read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null || first.isEmpty()) {
            return null;
        }
        String[] words = first.split(" ", -1);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new RawRequest(words[0], words[1], headers);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append((char) c);
            }
            if (line.length() > LONGEST_LINE) {
                throw new EOFException("a line is too long");
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    /** Decoded, without query. */
    String path() {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A parameter of the query; empty where it is not there. */
    String query(String name) {
        int query = target.indexOf('?');
        for (String pair : target.substring(query + 1).split("&", -1)) {
            if (query >= 0 && pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    boolean head() {
        return method.equals("HEAD");
    }
}
