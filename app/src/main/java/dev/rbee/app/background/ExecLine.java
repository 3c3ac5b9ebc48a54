package dev.rbee.app.background;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands as the specification of desktop entries writes them. Pure. */
final class ExecLine {
    private ExecLine() {}

    /** One argument. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '`', '$' -> quoted.append("\\\\").append(c);
                case '\\' -> quoted.append("\\\\\\\\");
                case '%' -> quoted.append("%%");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The program with its whole path, behind what {@code env} sets; null where that cannot be told. */
    static @Nullable String program(String line) {
        List<String> words = words(line.replace("\\\\", "\\").replace("%%", "%"));
        int at = 0;
        if (!words.isEmpty() && words.getFirst().equals("env")) {
            do {
                at++;
            } while (at < words.size()
                    && words.get(at).indexOf('=') > 0
                    && !words.get(at).startsWith("/"));
        }
        return at < words.size() && words.get(at).startsWith("/") ? words.get(at) : null;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quote = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quote = !quote;
            } else if (quote && c == '\\' && i + 1 < line.length()) {
                i++;
                word.append(line.charAt(i));
            } else if (c == ' ' && !quote) {
                add(words, word);
            } else {
                word.append(c);
            }
        }
        add(words, word);
        return words;
    }

    private static void add(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
