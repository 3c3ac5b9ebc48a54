package dev.rbee.app.palette;

/** How well a few typed letters fit a text. Both in lower case. Pure. */
final class Fuzzy {
    /** They do not fit. */
    static final int NONE = -1;

    private static final int FARTHEST = 40;

    private Fuzzy() {}

    /** Higher is better: the whole word, most of the text, the start of a word, inside of a word, spread over the text in order. */
    static int score(String typed, String text) {
        int at = wordStart(typed, text);
        if (at >= 0) {
            boolean whole = ends(text, at + typed.length());
            return 160 - Math.min(at, FARTHEST) / 4 + (whole ? 20 : 0) + 40 * typed.length() / text.length();
        }
        at = text.indexOf(typed);
        if (at >= 0) {
            return 90 - Math.min(at, FARTHEST);
        }
        return typed.length() < 2 ? NONE : spread(typed, text);
    }

    /** Where the letters stand together, best at the start of a word; -1 where they do not. */
    static int together(String typed, String text) {
        int at = wordStart(typed, text);
        return at >= 0 ? at : text.indexOf(typed);
    }

    private static int wordStart(String typed, String text) {
        int at = text.indexOf(typed);
        while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at = text.indexOf(typed, at + 1);
        }
        return at;
    }

    private static boolean ends(String text, int at) {
        return at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    /** Letters in order with others between; starts of words count more, gaps less; too loose is nothing. */
    private static int spread(String typed, String text) {
        int from = 0;
        int first = -1;
        int starts = 0;
        for (int i = 0; i < typed.length(); i++) {
            char letter = typed.charAt(i);
            int at = startOrNext(letter, text, from);
            if (at < 0) {
                return NONE;
            }
            if (first < 0) {
                first = at;
            }
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                starts++;
            }
            from = at + 1;
        }
        int gaps = from - first - typed.length();
        boolean loose = gaps > typed.length() * 2 && starts < typed.length();
        return loose ? NONE : Math.max(1, 30 + 6 * starts - gaps);
    }

    /** The letter right here, else at the start of a later word, else anywhere later. */
    private static int startOrNext(char letter, String text, int from) {
        int next = text.indexOf(letter, from);
        if (next == from || next < 0) {
            return next;
        }
        for (int at = next; at >= 0; at = text.indexOf(letter, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return at;
            }
        }
        return next;
    }
}
