package dev.rbee.app.highlight;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The languages of {@code languages.properties}, by all their names. */
final class Languages {
    private static final Map<String, Grammar> BY_NAME = read();

    private Languages() {}

    /** The grammar of that name; null where there is none. */
    static @Nullable Grammar of(String name) {
        return BY_NAME.get(name.strip().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Grammar> read() {
        Properties all = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Languages.class.getResourceAsStream("languages.properties")),
                StandardCharsets.UTF_8)) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Grammar> named = new HashMap<>();
        for (String key : all.stringPropertyNames()) {
            if (key.endsWith(".names")) {
                Grammar grammar = grammar(all, key.substring(0, key.length() - ".names".length()));
                words(all, key).forEach(name -> named.put(name, grammar));
            }
        }
        return Map.copyOf(named);
    }

    private static Grammar grammar(Properties all, String language) {
        return switch (language) {
            case "markup" -> new MarkupGrammar();
            case "diff" -> new DiffGrammar();
            default -> {
                List<CodeGrammar.Span> spans = new ArrayList<>();
                words(all, language + ".over").forEach(mark -> spans.add(text(mark, true)));
                words(all, language + ".texts").forEach(mark -> spans.add(text(mark, false)));
                List<String> comment = words(all, language + ".block");
                if (comment.size() == 2) {
                    spans.add(new CodeGrammar.Span(comment.get(0), comment.get(1), Kind.COMMENT, true, false));
                }
                spans.sort(Comparator.comparingInt(span -> -span.open().length()));
                yield new CodeGrammar(
                        Set.copyOf(words(all, language + ".words")),
                        words(all, language + ".line"),
                        List.copyOf(spans),
                        Boolean.parseBoolean(all.getProperty(language + ".ignore-case")),
                        Boolean.parseBoolean(all.getProperty(language + ".keys")));
            }
        };
    }

    private static CodeGrammar.Span text(String mark, boolean over) {
        return new CodeGrammar.Span(mark, mark, Kind.STRING, over, true);
    }

    private static List<String> words(Properties all, String key) {
        String value = all.getProperty(key, "").strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }
}
