package dev.rbee.app.chat;

/**
 * An answer with what the model thought before it, which stands in the text between {@code <think>} and {@code </think>}. Pure.
 *
 * @param thought empty for none
 * @param answer what was said to the person
 * @param open whether it still thinks
 */
record Thinking(String thought, String answer, boolean open) {
    static final String BEGIN = "<think>";
    static final String END = "</think>";

    /** Takes a text apart; only at its very beginning there is a thought. */
    static Thinking of(String text) {
        String from = text.stripLeading();
        if (!from.startsWith(BEGIN)) {
            int end = from.indexOf(END);
            // Some models begin to think before they say a word.
            if (end >= 0 && !from.substring(0, end).contains(BEGIN)) {
                return new Thinking(
                        from.substring(0, end).strip(),
                        from.substring(end + END.length()).stripLeading(),
                        false);
            }
            return new Thinking("", from.isEmpty() ? "" : text, false);
        }
        int end = from.indexOf(END);
        if (end < 0) {
            return new Thinking(from.substring(BEGIN.length()).strip(), "", true);
        }
        return new Thinking(
                from.substring(BEGIN.length(), end).strip(),
                from.substring(end + END.length()).stripLeading(),
                false);
    }
}
