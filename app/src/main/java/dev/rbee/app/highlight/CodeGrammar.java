package dev.rbee.app.highlight;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Languages of words, texts, numbers and comments: most of them. States from 1 on are the texts and comments that may go over lines, in
 * the order of {@code spans}.
 *
 * @param lines begin a comment to the end of the line
 * @param spans from mark to mark, longest first
 * @param ignoreCase words in capitals are the same
 * @param keys a word before a colon or an equals sign is a name
 */
record CodeGrammar(Set<String> words, List<String> lines, List<Span> spans, boolean ignoreCase, boolean keys)
        implements Grammar {
    /**
     * A text or a comment.
     *
     * @param over may go on in the next line
     * @param escapes a backslash takes the next character along
     */
    record Span(String open, String close, Kind kind, boolean over, boolean escapes) {}

    @Override
    public Line line(String text, int state) {
        Pieces pieces = new Pieces();
        int at = 0;
        if (state > 0) {
            Span span = spans.get(state - 1);
            int end = end(text, 0, span);
            pieces.add(span.kind(), text.substring(0, end < 0 ? text.length() : end));
            if (end < 0) {
                return new Line(pieces.all(), state);
            }
            at = end;
        }
        while (at < text.length()) {
            int here = at;
            String rest = text.substring(at, Math.min(text.length(), at + 4));
            if (lines.stream().anyMatch(rest::startsWith) && startsComment(text, at)) {
                pieces.add(Kind.COMMENT, text.substring(at));
                return new Line(pieces.all(), 0);
            }
            Span span = spans.stream()
                    .filter(each -> text.startsWith(each.open(), here))
                    .findFirst()
                    .orElse(null);
            if (span != null) {
                int end = end(text, at + span.open().length(), span);
                int to = end < 0 ? text.length() : end;
                pieces.add(keys && key(text, to) ? Kind.NAME : span.kind(), text.substring(at, to));
                if (end < 0) {
                    return new Line(pieces.all(), span.over() ? spans.indexOf(span) + 1 : 0);
                }
                at = to;
            } else {
                at = word(text, at, pieces);
            }
        }
        return new Line(pieces.all(), 0);
    }

    /** A number sign inside a word is no comment. */
    private static boolean startsComment(String text, int at) {
        return text.charAt(at) != '#'
                || at == 0
                || (!Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '$');
    }

    private static int end(String text, int from, Span span) {
        for (int at = from; at < text.length(); at++) {
            if (span.escapes() && text.charAt(at) == '\\') {
                at++;
            } else if (text.startsWith(span.close(), at)) {
                return at + span.close().length();
            }
        }
        return -1;
    }

    private int word(String text, int at, Pieces pieces) {
        char first = text.charAt(at);
        int to = at + 1;
        if (Character.isDigit(first)) {
            while (to < text.length()
                    && (Character.isLetterOrDigit(text.charAt(to)) || "._".indexOf(text.charAt(to)) >= 0)) {
                to++;
            }
            pieces.add(Kind.NUMBER, text.substring(at, to));
        } else if (Character.isJavaIdentifierStart(first) || first == '@') {
            while (to < text.length() && Character.isJavaIdentifierPart(text.charAt(to))) {
                to++;
            }
            pieces.add(kind(text, at, to), text.substring(at, to));
        } else {
            pieces.add(Kind.PLAIN, text.substring(at, to));
        }
        return to;
    }

    private Kind kind(String text, int at, int to) {
        String word = text.substring(at, to);
        if (words.contains(ignoreCase ? word.toLowerCase(Locale.ROOT) : word)) {
            return Kind.KEYWORD;
        }
        boolean called = to < text.length() && text.charAt(to) == '(';
        return called || word.startsWith("@") || (keys && key(text, to)) ? Kind.NAME : Kind.PLAIN;
    }

    private static boolean key(String text, int to) {
        int next = to;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() && (text.charAt(next) == ':' || text.charAt(next) == '=');
    }
}
