package dev.rbee.contract.models.ref;

import dev.rbee.contract.models.ref.ModelRef.Demo;
import dev.rbee.contract.models.ref.ModelRef.Installed;
import dev.rbee.contract.models.ref.ModelRef.Library;
import dev.rbee.contract.models.ref.ModelRef.LocalFile;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which reference a text is. Pure. */
final class RefParser {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");
    private static final int SHOWN = 120;

    private RefParser() {}

    static ModelRef parse(String given) {
        String text = given.strip();
        if (text.isEmpty()) {
            throw new ProblemException(Problem.missing("model"));
        }
        if (text.length() > ModelRef.LONGEST) {
            throw wrong(text, "is too long for a model", "Use at most " + ModelRef.LONGEST + " characters.");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            throw wrong(text, "has control characters in it", "Remove them.");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") || lower.startsWith("http://")) {
            return UrlParser.parse(text);
        }
        if (lower.startsWith("hf:")) {
            return HubParser.parse(text, text.substring(3));
        }
        if (lower.startsWith("hf.co/") || lower.startsWith("huggingface.co/")) {
            return HubParser.parse(text, text.substring(text.indexOf('/') + 1));
        }
        if (file(text)) {
            return new LocalFile(text);
        }
        if (SCHEME.matcher(text).matches()) {
            throw wrong(text, "has an address of a kind that models do not come from", "Use https://.");
        }
        return text.indexOf('/') >= 0 || text.indexOf('\\') >= 0 ? slashed(text) : word(text);
    }

    static boolean file(String text) {
        return text.startsWith("/")
                || text.startsWith("\\\\")
                || text.startsWith("./")
                || text.startsWith(".\\")
                || text.startsWith("../")
                || text.startsWith("..\\")
                || text.startsWith("~/")
                || text.startsWith("~\\")
                || DRIVE.matcher(text).matches();
    }

    private static ModelRef slashed(String text) {
        String hint = HubParser.looksLikeRepository(text)
                ? "A model of the hub is written hf:" + text + ", a file ./" + text + "."
                : "Write a file as ./" + shown(text) + " or with its whole path.";
        throw wrong(text, "is no reference to a model", hint);
    }

    private static ModelRef word(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String tag = colon < 0 ? null : text.substring(colon + 1);
        if (!NAME.matcher(name).matches() || name.contains("..") || (tag != null && !good(tag))) {
            throw wrong(
                    text,
                    "is no reference to a model",
                    "Use demo, an installed model's name, a catalogue name (qwen3:8b), hf:owner/repo, https://...gguf or a file.");
        }
        if (tag != null) {
            return new Library(name.toLowerCase(Locale.ROOT), tag.toLowerCase(Locale.ROOT));
        }
        return name.equalsIgnoreCase("demo") ? new Demo() : new Installed(name);
    }

    private static boolean good(String tag) {
        return TAG.matcher(tag).matches() && !tag.contains("..");
    }

    static String fileName(String url) {
        return UrlParser.fileName(url);
    }

    static ProblemException wrong(String text, String what, String hint) {
        return new ProblemException(Problem.field("model", "\"" + shown(text) + "\" " + what + ".", hint));
    }

    static String shown(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "..." : plain;
    }
}
