package dev.rbee.service.queen.inference;

import java.nio.charset.StandardCharsets;

/** What an event of a worker's stream is, as far as its relay needs to know; found by looking for a few bytes, not by parsing. */
enum EventKind {
    /** a ping */
    COMMENT,
    /** has text in it */
    CONTENT,
    /** the stream ends well */
    END,
    /** the worker says that it failed */
    ERROR,
    /** anything else: the role, usage, started, metrics */
    OTHER;

    private static final byte[] DONE = bytes("data: [DONE]");
    private static final byte[] END_TYPE = bytes("\"type\":\"end\"");
    private static final byte[] ERROR_TYPE = bytes("\"type\":\"error\"");
    private static final int TYPE_WITHIN = 160;
    private static final byte[] ERROR_DATA = bytes("data: {\"error\"");
    private static final byte[] CONTENT_FIELD = bytes("\"content\":");
    private static final byte[] REASONING_FIELD = bytes("\"reasoning_content\":");
    private static final byte[] TEXT_FIELD = bytes("\"text\":");
    private static final byte[] TOKEN_FIELD = bytes("\"token\":");
    private static final byte[] ROLE = bytes("\"role\":\"assistant\"");
    private static final byte[] STARTED_TYPE = bytes("\"type\":\"started\"");
    private static final byte[] TOOLS_FIELD = bytes("\"tool_calls\":");

    /** The kind of the event that stands there. */
    static EventKind of(Kind question, byte[] in, int from, int to) {
        if (in[from] == ':') {
            return COMMENT;
        }
        int head = Math.min(to, from + TYPE_WITHIN);
        boolean infer = question == Kind.INFER;
        if (infer ? find(in, from, head, END_TYPE) >= 0 : starts(in, from, to, DONE)) {
            return END;
        }
        if (infer ? find(in, from, head, ERROR_TYPE) >= 0 : starts(in, from, to, ERROR_DATA)) {
            return ERROR;
        }
        boolean content = switch (question) {
            case CHAT ->
                hasText(in, from, to, CONTENT_FIELD)
                        || hasText(in, from, to, REASONING_FIELD)
                        || find(in, from, to, TOOLS_FIELD) >= 0;
            case COMPLETION -> hasText(in, from, to, TEXT_FIELD);
            case INFER -> hasText(in, from, to, TOKEN_FIELD);
            case EMBEDDING -> false;
        };
        return content ? CONTENT : OTHER;
    }

    /** Where the text of the answer begins in that event, behind its quotation mark; -1 where it has none. */
    static int text(Kind question, byte[] in, int from, int to) {
        return switch (question) {
            case CHAT -> text(in, from, to, CONTENT_FIELD);
            case COMPLETION -> text(in, from, to, TEXT_FIELD);
            case INFER -> text(in, from, to, TOKEN_FIELD);
            case EMBEDDING -> -1;
        };
    }

    /** Whether the event only opens an answer: who speaks, what was started. */
    static boolean opens(byte[] in, int from, int to) {
        return find(in, from, to, ROLE) >= 0 || find(in, from, Math.min(to, from + TYPE_WITHIN), STARTED_TYPE) >= 0;
    }

    /** Whether the field is there with text that is not empty. */
    private static boolean hasText(byte[] in, int from, int to, byte[] field) {
        return text(in, from, to, field) >= 0;
    }

    private static int text(byte[] in, int from, int to, byte[] field) {
        int at = find(in, from, to, field);
        if (at < 0) {
            return -1;
        }
        int value = at + field.length;
        while (value < to && in[value] == ' ') {
            value++;
        }
        return value + 1 < to && in[value] == '"' && in[value + 1] != '"' ? value + 1 : -1;
    }

    private static boolean starts(byte[] in, int from, int to, byte[] what) {
        if (to - from < what.length) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (in[from + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    static int find(byte[] in, int from, int to, byte[] what) {
        for (int i = from; i <= to - what.length; i++) {
            if (in[i] == what[0] && starts(in, i, to, what)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
