package dev.rbee.service.models;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.regex.Pattern;

/** Which names models may have: plain words that can be nothing else than a file name. Pure. */
public final class ModelNames {
    /** The model that comes with rbee. */
    public static final String DEMO = "demo";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private ModelNames() {}

    /** True for a name a model may have. */
    public static boolean good(String name) {
        return NAME.matcher(name).matches() && !name.contains("..");
    }

    /** Itself; throws {@code invalid_field} for {@code name}. */
    public static String checked(String name) {
        if (!good(name)) {
            throw new ProblemException(Problem.field(
                    "name",
                    "\"" + shown(name) + "\" is no name for a model.",
                    "Use letters, digits, dot, dash and underscore, at most 100, beginning with a letter or digit."));
        }
        return name;
    }

    /** A name from a file name: without its ending, other characters replaced. Throws {@code invalid_field} where nothing is left. */
    public static String from(String fileName) {
        String stem = fileName.toLowerCase(java.util.Locale.ROOT).endsWith(".gguf")
                ? fileName.substring(0, fileName.length() - 5)
                : fileName;
        return checked(plain(stem));
    }

    /** A name made of any text; {@code model} where nothing of it can be used. */
    static String made(String text) {
        String plain = plain(text);
        return good(plain) ? plain : "model";
    }

    private static String plain(String stem) {
        String plain = stem.replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("\\.\\.+", ".")
                .replaceAll("^[._-]+", "");
        return plain.length() > 100 ? plain.substring(0, 100) : plain;
    }

    /** What is said where no model has that name. */
    static ProblemException unknown(String name) {
        String hint = name.indexOf('/') >= 0 || name.indexOf('\\') >= 0
                ? "Files are adopted first: rbee model import " + shown(name)
                : "rbee model list names those there are; rbee model pull fetches one, rbee model import adds a file.";
        return ProblemException.of(
                ProblemCode.MODEL_NOT_FOUND, "There is no model \"" + shown(name) + "\" on this machine.", hint);
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 120 ? plain.substring(0, 120) + "..." : plain;
    }
}
