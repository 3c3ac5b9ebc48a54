package dev.rbee.service.models.fetch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What headers say of a file. Pure. */
final class Linked {
    private static final Pattern SHA256 = Pattern.compile("\"?([0-9a-f]{64})\"?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    private Linked() {}

    /** What a {@code Content-Range} says; {@code total} is null where the source does not know it. */
    record Span(long from, long last, @Nullable Long total) {}

    static @Nullable String sha256(Response response) {
        Matcher etag = SHA256.matcher(String.valueOf(response.header("X-Linked-Etag")));
        return etag.matches() ? etag.group(1) : null;
    }

    static @Nullable Long size(Response response) {
        return number(response.header("X-Linked-Size"));
    }

    static @Nullable Long length(Response response) {
        return number(response.header("Content-Length"));
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    static @Nullable Span span(Response response) {
        Matcher range = CONTENT_RANGE.matcher(String.valueOf(response.header("Content-Range")));
        return range.matches()
                ? new Span(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)), number(range.group(3)))
                : null;
    }

    /** The word by which a range is asked of the same state of the file; null where the source gives none that is good enough. */
    static @Nullable String validator(Response response) {
        String etag = response.header("ETag");
        return etag != null && etag.startsWith("\"") ? etag : response.header("Last-Modified");
    }
}
