package dev.rbee.http;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The part of an address after the question mark.
 *
 * @param raw undecoded, without the mark; empty where there is none
 */
record RequestQuery(String raw) {

    /** The first value of that name, decoded; a name without a value has an empty one. Throws {@code malformed_request}. */
    Optional<String> first(String name) {
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (!pair.isEmpty() && decode(key).equals(name)) {
                return Optional.of(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    ProblemCode.MALFORMED_REQUEST, "The query is not well formed.", "Check its percent signs.");
        }
    }
}
