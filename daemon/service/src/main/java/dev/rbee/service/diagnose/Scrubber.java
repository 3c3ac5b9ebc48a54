package dev.rbee.service.diagnose;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of a text: those that are known by their value, and what looks like one. It rather takes too much than too little.
 * Immutable.
 */
final class Scrubber {
    static final String GONE = "(removed)";

    private record Rule(Pattern pattern, String with) {}

    private static final String NAME = "[\\w.-]*(?:password|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key"
            + "|private[_-]?key|credential|authorization|cookie)";

    private static final List<Rule> RULES = List.of(
            rule("-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|\\z)", GONE),
            rule("(?m)^[A-Za-z0-9+/]{60,}={0,2}$", GONE), // what is left of a key that is cut off
            rule("rbee_[A-Za-z0-9_-]{8,}", GONE),
            rule(
                    "\\b(?:sk|pk|rk|hf|ghp|gho|ghu|ghs|ghr|glpat|github_pat|xox[abprs]|gsk|nvapi)[-_][A-Za-z0-9_-]{8,}",
                    GONE),
            rule("\\bAKIA[0-9A-Z]{12,}|\\bAIza[0-9A-Za-z_-]{20,}", GONE),
            rule("\\beyJ[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]*", GONE),
            rule("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{6,}", "$1 " + GONE),
            rule("(?i)([a-z][a-z0-9+.-]*://)[^/\\s@\"']+@", "$1" + GONE + "@"),
            rule(
                    "(?i)([?&](?:token|key|sig|signature|auth|code|x-amz-[a-z-]+|" + NAME + ")=)[^&\\s\"'#]+",
                    "$1" + GONE),
            rule("(?i)(\"" + NAME + "\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"", "$1\"" + GONE + "\""),
            rule(
                    "(?i)(\\b" + NAME + "['\"]?\\s*[=:]\\s*)(?!\\(removed\\)|\\w+ \\(removed\\)|\\d+\\b)"
                            + "(?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^\\s,;}\\]]+)",
                    "$1" + GONE),
            rule("(?i)(--(?:" + NAME + ")[= ])\\S+", "$1" + GONE));

    private final List<String> known;

    /** Besides what looks like a secret, takes out these. Short ones are left, since they stand in other words too. */
    Scrubber(Collection<String> known) {
        this.known = known.stream()
                .map(String::strip)
                .filter(secret -> secret.length() >= 6)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String clean(String text) {
        String clean = text;
        for (String secret : known) {
            clean = clean.replace(secret, GONE);
        }
        for (Rule rule : RULES) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.with());
        }
        return clean;
    }

    private static Rule rule(String pattern, String with) {
        return new Rule(Pattern.compile(pattern), with);
    }
}
