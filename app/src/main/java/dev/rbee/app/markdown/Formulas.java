package dev.rbee.app.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Finds mathematics between {@code \( \)}, {@code \[ \]}, {@code $$ $$} and {@code $ $}, before anything in it is taken for emphasis. */
final class Formulas implements InlineContentParserFactory {
    private static final Map<String, String> MARKS = Map.of("\\(", "\\)", "\\[", "\\]", "$$", "$$");
    private static final int LONGEST = 2_000;

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('\\', '$');
    }

    @Override
    public InlineContentParser create() {
        return Formulas::parse;
    }

    private static ParsedInline parse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        char first = scanner.peek();
        int before = scanner.peekPreviousCodePoint();
        scanner.next();
        String open = "" + first + scanner.peek();
        String close = MARKS.get(open);
        if (close != null) {
            scanner.next();
            return upTo(scanner, close);
        }
        scanner.setPosition(start);
        return first == '$' && !Character.isLetterOrDigit(before) && before != '$'
                ? money(scanner)
                : ParsedInline.none();
    }

    private static ParsedInline upTo(Scanner scanner, String close) {
        StringBuilder inside = new StringBuilder();
        while (scanner.hasNext() && inside.length() < LONGEST) {
            if (scanner.next(close)) {
                return inside.isEmpty()
                        ? ParsedInline.none()
                        : ParsedInline.of(new Formula(inside.toString().strip()), scanner.position());
            }
            inside.append(scanner.peek());
            scanner.next();
        }
        return ParsedInline.none();
    }

    /** One dollar means mathematics only where it clings to what is inside and the second one ends a word: prices do not. */
    private static ParsedInline money(Scanner scanner) {
        scanner.next();
        StringBuilder inside = new StringBuilder();
        while (scanner.hasNext() && scanner.peek() != '$' && scanner.peek() != '\n' && inside.length() < LONGEST) {
            inside.append(scanner.peek());
            scanner.next();
        }
        boolean clings = !inside.isEmpty()
                && !Character.isWhitespace(inside.charAt(0))
                && !Character.isWhitespace(inside.charAt(inside.length() - 1));
        if (!clings || !scanner.next('$') || Character.isLetterOrDigit(scanner.peek())) {
            return ParsedInline.none();
        }
        return ParsedInline.of(new Formula(inside.toString()), scanner.position());
    }
}
