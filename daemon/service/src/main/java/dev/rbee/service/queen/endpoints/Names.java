package dev.rbee.service.queen.endpoints;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.routing.ModelNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names and addresses of attached servers, of their models and of the workers those become. Pure; throws {@link ProblemException} with the field. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");
    private static final Pattern FILE = Pattern.compile("([A-Za-z]:)?[/\\\\].*|.*\\.gguf");
    private static final int MOST_URL = 512;
    private static final int MOST_SLUG = 80;

    private Names() {}

    static String name(@Nullable String said, String url) {
        if (said != null && !NAME.matcher(said).matches()) {
            throw new ProblemException(Problem.field(
                    "name",
                    "\"" + said + "\" is no name for a server.",
                    "1 to 40 letters, digits, dashes and dots, a letter or digit first."));
        }
        if (said != null) {
            return said;
        }
        String host = URI.create(url).getHost();
        String plain = host.replaceAll("[^A-Za-z0-9.-]", "-").replaceAll("^[.-]+", "");
        return plain.isEmpty() ? "server" : plain.substring(0, Math.min(40, plain.length()));
    }

    /** The address as it is kept: no slash and no {@code /v1} at its end. */
    static String url(@Nullable String said) {
        if (said == null || said.isBlank()) {
            throw new ProblemException(Problem.missing("url"));
        }
        String text = said.strip();
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if ((scheme.equals("http") || scheme.equals("https"))
                    && plain
                    && uri.getHost() != null
                    && uri.getPort() <= 65_535
                    && text.length() <= MOST_URL) {
                String whole = uri.toString().replaceAll("/+$", "");
                return whole.endsWith("/v1")
                        ? whole.substring(0, whole.length() - 3).replaceAll("/+$", "")
                        : whole;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new ProblemException(Problem.field(
                "url",
                "That is not the address of a server.",
                "For example http://127.0.0.1:11434; a key goes into \"key\"."));
    }

    /** The key, checked: it goes into a header. */
    static @Nullable String key(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        String key = said.strip();
        if (key.length() > 4096 || !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new ProblemException(
                    Problem.field("key", "The key has characters that no key has.", "Copy it again, without blanks."));
        }
        return key;
    }

    /** How rbee calls a model: as the server does, but a file by its name. */
    static String model(String theirs) {
        if (!FILE.matcher(theirs).matches()) {
            return theirs;
        }
        String file = theirs.substring(Math.max(theirs.lastIndexOf('/'), theirs.lastIndexOf('\\')) + 1);
        return file.toLowerCase(Locale.ROOT).endsWith(".gguf") ? file.substring(0, file.length() - 5) : file;
    }

    /** Whether the model is among those wanted; null: all are. */
    static boolean wanted(@Nullable List<String> only, Offered model) {
        return only == null
                || only.stream()
                        .anyMatch(name -> ModelNames.same(name, model.name()) || ModelNames.same(name, model.theirs()));
    }

    /** Id of the worker that a model becomes. */
    static String worker(String server, String model) {
        String slug = model.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._:-]+", "-");
        return server + ":" + slug.substring(0, Math.min(MOST_SLUG, slug.length()));
    }
}
