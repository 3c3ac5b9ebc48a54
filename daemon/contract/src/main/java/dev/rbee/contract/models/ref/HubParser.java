package dev.rbee.contract.models.ref;

import dev.rbee.contract.models.ref.ModelRef.Hub;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** References to repositories of the hub. Pure. */
final class HubParser {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}");
    private static final Pattern QUANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_(\\[][A-Za-z0-9 ._+=,@()\\[\\]-]{0,199}");
    private static final int DEEPEST = 8;
    private static final String GGUF = ".gguf";
    private static final String FORMS = "Write hf:owner/repo, hf:owner/repo:Q4_K_M or hf:owner/repo/file.gguf.";

    private HubParser() {}

    /** {@code path}: what follows {@code hf:} or the hub's host. */
    static Hub parse(String whole, String path) {
        String plain = path.startsWith("//") ? path.substring(2) : path;
        List<String> parts = List.of(plain.split("/", -1));
        if (parts.size() < 2) {
            throw RefParser.wrong(whole, "names no repository", FORMS);
        }
        String last = parts.getLast();
        int colon = parts.size() == 2 ? last.indexOf(':') : -1;
        String owner = parts.getFirst();
        String repo = colon < 0 ? parts.get(1) : last.substring(0, colon);
        if (!good(owner) || !good(repo)) {
            throw RefParser.wrong(whole, "names no repository there can be", FORMS);
        }
        if (colon >= 0) {
            return new Hub(owner, repo, quantization(whole, last.substring(colon + 1)), null);
        }
        return parts.size() == 2
                ? new Hub(owner, repo, null, null)
                : new Hub(owner, repo, null, file(whole, parts.subList(2, parts.size())));
    }

    /** Two or more good parts. */
    static boolean looksLikeRepository(String text) {
        String[] parts = text.split("/", -1);
        return parts.length >= 2 && good(parts[0]) && good(parts[1].replaceFirst(":.*", ""));
    }

    private static boolean good(String part) {
        return PART.matcher(part).matches() && !part.contains("..") && !part.contains("--");
    }

    private static String quantization(String whole, String text) {
        if (!QUANT.matcher(text).matches() || text.contains("..")) {
            throw RefParser.wrong(whole, "names no quantization after its colon", FORMS);
        }
        return text.toUpperCase(Locale.ROOT);
    }

    private static String file(String whole, List<String> given) {
        List<String> segments = withoutRevision(whole, given);
        String name = segments.getLast().toLowerCase(Locale.ROOT);
        if (segments.size() > DEEPEST || !segments.stream().allMatch(HubParser::segment)) {
            throw RefParser.wrong(whole, "names no file that a repository can have", FORMS);
        }
        if (!name.endsWith(GGUF) || name.length() == GGUF.length()) {
            throw RefParser.wrong(
                    whole, "names a file that is no GGUF", "rbee runs models in files that end in .gguf.");
        }
        return String.join("/", segments);
    }

    private static boolean segment(String segment) {
        return SEGMENT.matcher(segment).matches() && !segment.contains("..") && !segment.endsWith(" ");
    }

    /** Addresses out of a browser have {@code resolve/main/} or {@code blob/main/} before the file. */
    private static List<String> withoutRevision(String whole, List<String> segments) {
        List<String> kept = new ArrayList<>(segments);
        boolean page = kept.size() >= 3
                && (kept.getFirst().equals("resolve") || kept.getFirst().equals("blob"));
        if (!page) {
            return kept;
        }
        if (!kept.get(1).equals("main")) {
            throw RefParser.wrong(whole, "names a revision", "Only the newest of a repository, main, can be named.");
        }
        return kept.subList(2, kept.size());
    }
}
