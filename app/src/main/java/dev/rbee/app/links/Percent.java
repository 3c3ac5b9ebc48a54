package dev.rbee.app.links;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Letters written as {@code %41}. A plus stays a plus, as links are no forms. Pure. */
final class Percent {
    private static final int SHOWN = 40;
    private static final int ESCAPE = 3;
    private static final int HEX = 16;

    private Percent() {}

    /** The text; throws as {@link LinkReader#read} does for half an escape and for bytes that are no UTF-8. */
    static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        try {
            for (int i = 0; i < text.length(); ) {
                if (text.charAt(i) == '%') {
                    bytes.write(one(text, i));
                    i += ESCAPE;
                } else {
                    int next = text.offsetByCodePoints(i, 1);
                    bytes.writeBytes(utf8(text.substring(i, next)));
                    i = next;
                }
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw LinkReader.wrong("escape");
        }
    }

    private static byte[] utf8(String letter) throws CharacterCodingException {
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(letter));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    private static int one(String text, int at) {
        if (at + ESCAPE > text.length()) {
            throw LinkReader.wrong("escape");
        }
        int high = Character.digit(text.charAt(at + 1), HEX);
        int low = Character.digit(text.charAt(at + 2), HEX);
        if (high < 0 || low < 0 || text.charAt(at + 1) > 'f' || text.charAt(at + 2) > 'f') {
            throw LinkReader.wrong("escape");
        }
        return high * HEX + low;
    }

    /** The beginning of it, for messages. */
    static String shown(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }
}
