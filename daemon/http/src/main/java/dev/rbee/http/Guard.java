package dev.rbee.http;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps browsers of strangers out: they reach loopback too (DNS rebinding, forms, fetch). Checks names only; the token comes after. Pure.
 *
 * @param hosts further names for {@code Host}, without port
 * @param origins further values for {@code Origin}
 */
record Guard(Set<String> hosts, Set<String> origins) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Throws 403 for a foreign host, origin or site. {@code ownPort} is the one this server listens on. */
    void check(Optional<String> host, Optional<String> origin, Optional<String> site, int ownPort) {
        if (!hostAllowed(host.orElse(""))) {
            throw new ProblemException(Problem.of(
                    ProblemCode.FORBIDDEN_HOST,
                    "This server does not answer to the name \"" + shown(host.orElse("")) + "\".",
                    "Call it as 127.0.0.1 or localhost."));
        }
        if (origin.isPresent() && !originAllowed(origin.get(), ownPort)) {
            throw foreign("Pages of \"" + shown(origin.get()) + "\" may not call this server.");
        }
        if (site.isPresent() && !Set.of("same-origin", "none").contains(site.get())) {
            throw foreign("Other sites may not call this server.");
        }
    }

    private static ProblemException foreign(String message) {
        return new ProblemException(
                Problem.of(ProblemCode.FORBIDDEN_ORIGIN, message, "Call it from a program, not from a web page."));
    }

    private boolean hostAllowed(String host) {
        String name = withoutPort(host).toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || hosts.contains(name);
    }

    private boolean originAllowed(String origin, int ownPort) {
        if (origins.contains(origin)) {
            return true;
        }
        String rest = origin.startsWith("http://")
                ? origin.substring(7)
                : origin.startsWith("https://") ? origin.substring(8) : "";
        String name = withoutPort(rest);
        return LOOPBACK.contains(name) && rest.equals(name + ":" + ownPort);
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > 0
                && host.indexOf(']') < colon
                && host.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        return port ? host.substring(0, colon) : host;
    }

    private static String shown(String text) {
        String clean = text.replaceAll("[^\\x21-\\x7e]", "?");
        return clean.length() > 80 ? clean.substring(0, 80) + "..." : clean;
    }
}
