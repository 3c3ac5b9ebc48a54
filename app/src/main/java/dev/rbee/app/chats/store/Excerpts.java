package dev.rbee.app.chats.store;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cuts one line out of a message around what was looked for. Pure. */
public final class Excerpts {
    private static final int BEFORE = 16;
    private static final int AFTER = 160;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private Excerpts() {}

    /** The words of what was typed. */
    public static List<String> words(String query) {
        return WORD.matcher(query).results().map(found -> found.group()).toList();
    }

    /**
     * Where these words are found in a text: whole as typed if it is there so, else the first word that begins like one of them.
     * {@code -1, -1} where none is, which can be when only accents differ.
     */
    public static int[] find(String text, String query) {
        String typed = query.strip();
        if (typed.isEmpty()) {
            return new int[] {-1, -1};
        }
        Matcher whole = Pattern.compile(Pattern.quote(typed), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        if (whole.find()) {
            return new int[] {whole.start(), whole.end()};
        }
        List<String> words = words(query);
        if (words.isEmpty()) {
            return new int[] {-1, -1};
        }
        String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Matcher first = Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + any + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        return first.find() ? new int[] {first.start(), first.end()} : new int[] {-1, -1};
    }

    static Hit hit(String chat, String message, String text, String query) {
        int[] at = find(text, query);
        int start = Math.max(0, at[0] - BEFORE);
        int end = Math.min(text.length(), Math.max(at[1], 0) + AFTER);
        if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
            start--;
        }
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end++;
        }
        if (at[0] < 0) {
            return new Hit(chat, message, line(text.substring(start, end)).strip(), 0, 0);
        }
        int space = start > 0 ? text.indexOf(' ', start) : -1;
        start = space >= 0 && space < at[0] ? space + 1 : start;
        String before =
                (start > 0 ? "…" : "") + line(text.substring(start, at[0])).stripLeading();
        String found = line(text.substring(at[0], at[1]));
        return new Hit(
                chat,
                message,
                before + found + line(text.substring(at[1], end)),
                before.length(),
                before.length() + found.length());
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
