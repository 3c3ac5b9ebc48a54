package dev.rbee.app.highlight;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a growing piece of code with their colours: lines that did not change are not looked at again. Very long lines and very
 * long texts stay plain. Not thread-safe.
 */
public final class Highlighter {
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 5_000;

    private final @Nullable Grammar grammar;
    private final List<String> texts = new ArrayList<>();
    private final List<Grammar.Line> lines = new ArrayList<>();

    /** For a language as a fence of Markdown names it; unknown ones stay plain. */
    public Highlighter(String language) {
        grammar = Languages.of(language);
    }

    /** Takes the whole text; the number of the first line that is not as it was. */
    public int show(List<String> now) {
        int same = 0;
        while (same < now.size() && same < texts.size() && now.get(same).equals(texts.get(same))) {
            same++;
        }
        while (texts.size() > same) {
            texts.removeLast();
            lines.removeLast();
        }
        for (String text : now.subList(same, now.size())) {
            int state = lines.isEmpty() ? 0 : lines.getLast().state();
            lines.add(line(text, state));
            texts.add(text);
        }
        return same;
    }

    /** The pieces of one line. */
    public List<Piece> line(int number) {
        return lines.get(number).pieces();
    }

    private Grammar.Line line(String text, int state) {
        Grammar known = grammar;
        if (known == null || text.length() > LONGEST_LINE || lines.size() >= MOST_LINES) {
            return new Grammar.Line(text.isEmpty() ? List.of() : List.of(new Piece(Kind.PLAIN, text)), state);
        }
        return known.line(text, state);
    }
}
