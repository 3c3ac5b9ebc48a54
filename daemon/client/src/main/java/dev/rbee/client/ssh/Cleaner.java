package dev.rbee.client.ssh;

/**
 * Takes out of a machine's output what would move cursors, colour or reorder text: escape sequences, control and formatting characters. Carriage
 * returns become ends of lines, so that progress bars become lines. Keeps its state between calls; one thread.
 */
final class Cleaner {
    private enum State {
        TEXT,
        ESCAPE,
        SEQUENCE,
        STRING,
        STRING_ESCAPE,
        RETURN
    }

    private State state = State.TEXT;

    /** One line of it, for messages: trimmed, without ends of lines, at most 200 characters. */
    static String line(String text) {
        StringBuilder clean = new StringBuilder();
        new Cleaner().clean(text, clean);
        String flat = clean.toString().replace('\n', ' ').strip();
        return flat.length() > 200 ? flat.substring(0, 200) + "..." : flat;
    }

    /** Appends what is left of {@code text}. */
    void clean(CharSequence text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            next(text.charAt(i), to);
        }
    }

    private void next(char c, StringBuilder to) {
        switch (state) {
            case TEXT -> text(c, to);
            case RETURN -> {
                state = State.TEXT;
                to.append('\n');
                if (c != '\n') {
                    text(c, to);
                }
            }
            case ESCAPE -> state = c == '[' ? State.SEQUENCE : "]PX^_".indexOf(c) >= 0 ? State.STRING : State.TEXT;
            case SEQUENCE -> state = (c >= 0x40 && c <= 0x7e) || c == '\n' ? State.TEXT : State.SEQUENCE;
            case STRING ->
                state = c == 0x1b ? State.STRING_ESCAPE : c == 7 || c == '\n' || c == 0x9c ? State.TEXT : State.STRING;
            case STRING_ESCAPE -> state = c == '\\' ? State.TEXT : State.STRING;
        }
    }

    private void text(char c, StringBuilder to) {
        if (c == '\n' || c == '\t') {
            to.append(c);
        } else if (c == '\r') {
            state = State.RETURN;
        } else if (c == 0x1b) {
            state = State.ESCAPE;
        } else if (c == 0x9b) {
            state = State.SEQUENCE;
        } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
            to.append(c);
        }
    }
}
