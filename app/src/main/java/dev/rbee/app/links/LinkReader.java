package dev.rbee.app.links;

import dev.rbee.app.words.Words;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads links, strictly: they come from pages and messages of strangers. Pure. */
public final class LinkReader {
    /** Longest link, letters. What is in it cannot be longer. */
    public static final int LONGEST = 4096;

    /** What all of them begin with. */
    public static final String SCHEME = "rbee:";

    private static final Words WORDS = Words.of(LinkReader.class);
    private static final String BEGIN = "rbee://";
    private static final String MODEL = "model";

    private LinkReader() {}

    /** Whether that is meant as a link, a right one or not. */
    public static boolean means(String word) {
        return word.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** What it asks for. Throws {@code invalid_field} for {@code link}, saying what is wrong with it and never what is in it. */
    public static Asked read(String link) {
        if (link.length() > LONGEST) {
            throw wrong("long", LONGEST);
        }
        if (!link.regionMatches(true, 0, BEGIN, 0, BEGIN.length())) {
            throw wrong("form");
        }
        String rest = link.substring(BEGIN.length());
        if (rest.chars().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
            throw wrong("blank");
        }
        if (rest.indexOf('#') >= 0) {
            throw wrong("fragment");
        }
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        int slash = place.indexOf('/');
        String verb = (slash < 0 ? place : place.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "" : place.substring(slash + 1);
        Map<String, String> given = Parameters.read(question < 0 ? "" : rest.substring(question + 1));
        return switch (verb) {
            case "chat" -> chat(path, given);
            case MODEL -> new Asked.Model(shown(path, given));
            case "connect" -> connect(path, given);
            default -> throw wrong("verb", Percent.shown(verb));
        };
    }

    private static Asked chat(String path, Map<String, String> given) {
        only(path, given, Set.of(MODEL, "prompt"));
        String model = given.get(MODEL);
        String prompt = given.get("prompt");
        return new Asked.Chat(
                model == null ? null : model(model),
                prompt == null ? null : prompt.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static String shown(String path, Map<String, String> given) {
        only("", given, Set.of());
        String ref = Hidden.checked(Percent.decoded(path), false);
        if (ref.isBlank()) {
            throw wrong("model.none");
        }
        return model(ref);
    }

    private static Asked connect(String path, Map<String, String> given) {
        only(path, given, Set.of("address"));
        String address = given.get("address");
        if (address == null) {
            throw wrong("address.none");
        }
        return new Asked.Connect(Address.checked(address));
    }

    /** A model of the hub, of the catalogue or of a machine; no file and no address. */
    private static String model(String text) {
        ModelRef ref;
        try {
            ref = ModelRef.parse(text);
        } catch (ProblemException e) {
            throw wrong(MODEL, Percent.shown(text));
        }
        return switch (ref) {
            case ModelRef.Url _, ModelRef.LocalFile _ -> throw wrong("model.place");
            case ModelRef.Demo _, ModelRef.Library _, ModelRef.Hub _, ModelRef.Installed _ -> ref.toString();
        };
    }

    private static void only(String path, Map<String, String> given, Set<String> known) {
        if (!path.isEmpty()) {
            throw wrong("path");
        }
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw wrong("parameter", Percent.shown(name));
            }
        }
    }

    static ProblemException wrong(String key, @Nullable Object... what) {
        String words = "link." + key;
        return new ProblemException(Problem.field(
                "link",
                what.length == 0 ? WORDS.get(words) : WORDS.get(words, what[0]),
                WORDS.get(key.startsWith("key") ? "hint.key" : "hint")));
    }
}
