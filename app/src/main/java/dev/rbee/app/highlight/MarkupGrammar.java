package dev.rbee.app.highlight;

/** HTML and XML: tags, attributes, comments. */
record MarkupGrammar() implements Grammar {
    private static final int TEXT = 0;
    private static final int COMMENT = 1;
    private static final int TAG = 2;

    @Override
    public Line line(String text, int state) {
        Pieces pieces = new Pieces();
        int at = 0;
        int now = state;
        while (at < text.length()) {
            switch (now) {
                case COMMENT -> {
                    int end = text.indexOf("-->", at);
                    int to = end < 0 ? text.length() : end + 3;
                    pieces.add(Kind.COMMENT, text.substring(at, to));
                    at = to;
                    now = end < 0 ? COMMENT : TEXT;
                }
                case TAG -> {
                    int to = inTag(text, at, pieces);
                    now = text.charAt(to - 1) == '>' && !quoted(text, at) ? TEXT : TAG;
                    at = to;
                }
                default -> {
                    int open = text.indexOf('<', at);
                    int to = open < 0 ? text.length() : open;
                    pieces.add(Kind.PLAIN, text.substring(at, to));
                    at = to;
                    if (open >= 0 && text.startsWith("<!--", open)) {
                        now = COMMENT;
                    } else if (open >= 0) {
                        at = name(text, open, pieces);
                        now = TAG;
                    }
                }
            }
        }
        return new Line(pieces.all(), now);
    }

    private static boolean quoted(String text, int at) {
        return text.charAt(at) == '"' || text.charAt(at) == '\'';
    }

    /** The bracket and the tag's name. */
    private static int name(String text, int open, Pieces pieces) {
        int to = open + 1;
        while (to < text.length() && "/!?".indexOf(text.charAt(to)) >= 0) {
            to++;
        }
        pieces.add(Kind.PLAIN, text.substring(open, to));
        int end = to;
        while (end < text.length() && part(text.charAt(end))) {
            end++;
        }
        pieces.add(Kind.KEYWORD, text.substring(to, end));
        return end;
    }

    /** One piece inside a tag; at least one character. */
    private static int inTag(String text, int at, Pieces pieces) {
        char first = text.charAt(at);
        int to = at + 1;
        if (quoted(text, at)) {
            int end = text.indexOf(first, to);
            to = end < 0 ? text.length() : end + 1;
            pieces.add(Kind.STRING, text.substring(at, to));
        } else if (part(first)) {
            while (to < text.length() && part(text.charAt(to))) {
                to++;
            }
            pieces.add(Kind.NAME, text.substring(at, to));
        } else {
            pieces.add(Kind.PLAIN, text.substring(at, to));
        }
        return to;
    }

    private static boolean part(char letter) {
        return Character.isLetterOrDigit(letter) || "-_:.".indexOf(letter) >= 0;
    }
}
