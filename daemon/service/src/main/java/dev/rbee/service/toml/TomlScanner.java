package dev.rbee.service.toml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where headers and values stand in a TOML text. It does not check everything: a text is read by a real parser too, before and
 * after every change. Throws {@link IllegalArgumentException} at what it does not know.
 */
final class TomlScanner {
    private final String text;
    private final List<TomlItem> items = new ArrayList<>();
    private final Map<List<String>, Integer> arrays = new HashMap<>();
    private List<String> table = List.of();
    private int array = -1;
    private int at;

    private TomlScanner(String text) {
        this.text = text;
    }

    static List<TomlItem> items(String text) {
        TomlScanner scanner = new TomlScanner(text);
        scanner.run();
        return List.copyOf(scanner.items);
    }

    private void run() {
        while (at < text.length()) {
            int start = at;
            blanks();
            if (at >= text.length() || newline()) {
                continue;
            }
            if (text.charAt(at) == '#') {
                comment();
            } else if (text.startsWith("[[", at)) {
                header(start, "[[", "]]");
            } else if (text.charAt(at) == '[') {
                header(start, "[", "]");
            } else {
                value(start);
            }
        }
    }

    private void header(int start, String open, String close) {
        at += open.length();
        List<String> path = keys();
        expect(close);
        int after = at;
        table = path;
        boolean list = open.length() == 2;
        if (list) {
            array = arrays.merge(path, 1, Integer::sum) - 1;
        } else {
            array = inArray(path) ? array : -1;
        }
        endLine();
        items.add(new TomlItem(list ? TomlItem.Kind.ARRAY : TomlItem.Kind.TABLE, path, start, after, after, at, array));
    }

    private boolean inArray(List<String> path) {
        return arrays.keySet().stream()
                .anyMatch(known -> path.size() > known.size()
                        && path.subList(0, known.size()).equals(known));
    }

    private void value(int start) {
        List<String> path = new ArrayList<>(table);
        path.addAll(keys());
        expect("=");
        blanks();
        int from = at;
        skipValue();
        int to = at;
        endLine();
        items.add(new TomlItem(TomlItem.Kind.VALUE, List.copyOf(path), start, from, to, at, array));
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        do {
            blanks();
            keys.add(key());
            blanks();
        } while (take("."));
        return List.copyOf(keys);
    }

    private String key() {
        char first = at < text.length() ? text.charAt(at) : '\n';
        if (first == '"' || first == '\'') {
            int from = at + 1;
            string();
            String inside = text.substring(from, at - 1);
            if (inside.indexOf('\\') >= 0) {
                throw unknown("a key with an escape");
            }
            return inside;
        }
        int from = at;
        while (at < text.length() && isBare(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw unknown("no key");
        }
        return text.substring(from, at);
    }

    private static boolean isBare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private void skipValue() {
        if (at >= text.length()) {
            throw unknown("no value");
        }
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            string();
        } else if (first == '[' || first == '{') {
            nested(first == '[' ? ']' : '}');
        } else {
            int from = at;
            while (at < text.length() && "#\r\n,]}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            while (at > from && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
                at--;
            }
            if (at == from) {
                throw unknown("no value");
            }
        }
    }

    /** A list or an inline table: everything up to its own end. */
    private void nested(char close) {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == close) {
                at++;
                return;
            }
            switch (c) {
                case '"', '\'' -> string();
                case '[' -> nested(']');
                case '{' -> nested('}');
                case '#' -> comment();
                default -> at++;
            }
        }
        throw unknown("a list without an end");
    }

    private void string() {
        char quote = text.charAt(at);
        String three = String.valueOf(quote).repeat(3);
        String end = text.startsWith(three, at) ? three : String.valueOf(quote);
        at += end.length();
        while (at < text.length()) {
            if (text.charAt(at) == '\\' && quote == '"') {
                at += 2;
            } else if (text.startsWith(end, at)) {
                at += end.length();
                while (end.length() == 3 && at < text.length() && text.charAt(at) == quote) {
                    at++; // up to two quotes may stand before the end
                }
                return;
            } else if (text.charAt(at) == '\n' && end.length() == 1) {
                throw unknown("a text without an end");
            } else {
                at++;
            }
        }
        throw unknown("a text without an end");
    }

    private void endLine() {
        blanks();
        if (at < text.length() && text.charAt(at) == '#') {
            comment();
        }
        if (at < text.length() && !newline()) {
            throw unknown("more on the line");
        }
    }

    private void comment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void blanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private boolean newline() {
        return take("\r\n") || take("\n");
    }

    private boolean take(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private void expect(String word) {
        blanks();
        if (!take(word)) {
            throw unknown("no " + word);
        }
    }

    private IllegalArgumentException unknown(String what) {
        long line = text.substring(0, Math.min(at, text.length())).lines().count();
        return new IllegalArgumentException("line " + Math.max(1, line) + ": " + what);
    }
}
