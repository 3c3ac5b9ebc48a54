package dev.rbee.worker.tools;

import org.jspecify.annotations.Nullable;

/** Reads the inside of a JSON string character by character, as it comes. One thread. */
final class JsonText {
    private final StringBuilder out = new StringBuilder();
    private @Nullable StringBuilder escape;
    private boolean ended;

    /** The next character; what stands behind the closing quotation mark is not this one's. */
    void feed(char c) {
        StringBuilder open = escape;
        if (open != null) {
            open.append(c);
            escaped(open);
        } else if (c == '\\') {
            escape = new StringBuilder(5);
        } else if (c == '"') {
            ended = true;
        } else {
            out.append(c);
        }
    }

    boolean ended() {
        return ended;
    }

    private void escaped(StringBuilder open) {
        char kind = open.charAt(0);
        if (kind == 'u') {
            if (open.length() == 5) {
                out.append((char) Integer.parseInt(open.substring(1), 16));
                escape = null;
            }
            return;
        }
        out.append(
                switch (kind) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    default -> kind;
                });
        escape = null;
    }

    /** What was read since the last time, whole characters only. */
    String take() {
        int end = out.length();
        if (end > 0 && Character.isHighSurrogate(out.charAt(end - 1)) && !ended) {
            end--;
        }
        String text = out.substring(0, end);
        out.delete(0, end);
        return text;
    }
}
