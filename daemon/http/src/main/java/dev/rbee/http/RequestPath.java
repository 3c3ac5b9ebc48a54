package dev.rbee.http;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request's path in decoded segments: a slash written as {@code %2F} stays inside its segment. Pure. */
record RequestPath(List<String> segments) {

    /** Throws {@code malformed_request} for bad percent signs, control characters and steps such as {@code ..}. */
    static RequestPath of(String raw) {
        List<String> segments = new ArrayList<>();
        for (String part : raw.substring(raw.startsWith("/") ? 1 : 0).split("/", -1)) {
            segments.add(decode(part));
        }
        return new RequestPath(List.copyOf(segments));
    }

    private static String decode(String part) {
        String text;
        try {
            text = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        if (text.equals(".") || text.equals("..") || text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw malformed();
        }
        return text;
    }

    private static ProblemException malformed() {
        return ProblemException.of(
                ProblemCode.MALFORMED_REQUEST, "The path is not well formed.", "Check its percent signs and dots.");
    }

    String text() {
        return "/" + String.join("/", segments);
    }
}
