package dev.rbee.worker.grammar;

/** The characters of a grammar and the small things they make. One thread. */
final class GbnfScanner {
    private static final int MAX_TIMES = 2000;

    private final String text;
    private int at;

    GbnfScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean take(char c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    boolean newline() {
        return peek() == '\n' || peek() == '\r';
    }

    /** Skips blanks and comments, and new lines where they mean nothing. */
    void space(boolean newlines) {
        while (!atEnd()) {
            char c = text.charAt(at);
            if (c == '#') {
                while (!atEnd() && !newline()) {
                    at++;
                }
            } else if (c == ' ' || c == '\t' || (newlines && newline())) {
                at++;
            } else {
                return;
            }
        }
    }

    void demand(String token, String where) {
        if (!text.startsWith(token, at)) {
            throw fault("\"" + token + "\" is expected " + where);
        }
        at += token.length();
    }

    boolean atName() {
        char c = peek();
        return c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    String name() {
        int start = at;
        while (atName()) {
            at++;
        }
        if (at == start) {
            throw fault("a rule's name is expected");
        }
        return text.substring(start, at);
    }

    /** What follows an opening quote; its length. */
    int literal() {
        int length = 0;
        while (!take('"')) {
            character("a closing quote");
            length++;
        }
        return length;
    }

    /** What follows an opening bracket. */
    void set() {
        take('^');
        int count = 0;
        while (!take(']')) {
            int first = character("a closing bracket");
            count++;
            if (peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']') {
                at++;
                if (character("a closing bracket") < first) {
                    throw fault("a range ends before it begins");
                }
            }
        }
        if (count == 0) {
            throw fault("a set of characters is empty");
        }
    }

    boolean atRepetition() {
        char c = peek();
        return c == '*' || c == '+' || c == '?' || c == '{';
    }

    /** Least and most times. */
    int[] repetition() {
        if (take('*')) {
            return new int[] {0, GbnfNode.ENDLESS};
        }
        if (take('+')) {
            return new int[] {1, GbnfNode.ENDLESS};
        }
        if (take('?')) {
            return new int[] {0, 1};
        }
        demand("{", "before a number of times");
        space(false);
        int least = number();
        int most = least;
        space(false);
        if (take(',')) {
            space(false);
            most = peek() == '}' ? GbnfNode.ENDLESS : number();
            space(false);
        }
        demand("}", "after a number of times");
        if (most < least) {
            throw fault("a repetition ends before it begins");
        }
        return new int[] {least, most};
    }

    GbnfFault fault(String what) {
        long line = text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        int column = Math.min(at, text.length()) - text.lastIndexOf('\n', Math.min(at, text.length()) - 1);
        return new GbnfFault("in line " + line + ", column " + column + " " + what);
    }

    private int number() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start || at - start > 4 || Integer.parseInt(text.substring(start, at)) > MAX_TIMES) {
            throw fault("a number of times up to " + MAX_TIMES + " is expected");
        }
        return Integer.parseInt(text.substring(start, at));
    }

    private int character(String closing) {
        if (atEnd()) {
            throw fault(closing + " is missing");
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c == '\\' ? escaped() : c;
    }

    private int escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case 'x' -> hex(2);
            case 'u' -> hex(4);
            case 'U' -> hex(8);
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'n' -> '\n';
            case '\\', '"', '[', ']' -> c;
            default -> throw fault("there is no escape \\" + c);
        };
    }

    private int hex(int digits) {
        String hex = text.substring(Math.min(at, text.length()), Math.min(at + digits, text.length()));
        if (!hex.matches("[0-9a-fA-F]{" + digits + "}")) {
            throw fault(digits + " hexadecimal digits are expected");
        }
        at += digits;
        long c = Long.parseLong(hex, 16);
        if (c > Character.MAX_CODE_POINT) {
            throw fault("there is no character " + hex);
        }
        return (int) c;
    }

    private char peek() {
        return atEnd() ? 0 : text.charAt(at);
    }
}
