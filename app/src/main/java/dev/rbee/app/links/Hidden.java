package dev.rbee.app.links;

import java.util.Set;

/** Letters that nobody sees, with which a text says something else than it shows. Pure. */
final class Hidden {
    private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);

    /** Letters by their type, and drawn as nothing: fillers, a joiner of accents, an empty Braille cell. */
    private static final Set<Integer> EMPTY = Set.of(0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    private Hidden() {}

    /**
     * The same text; throws as {@link LinkReader#read} does where something in it cannot be seen: control characters, letters that turn the
     * direction of writing, those without any width. Emoji and scripts that join their letters may do so.
     *
     * @param lines whether it may have several
     */
    static String checked(String text, boolean lines) {
        text.codePoints().forEach(letter -> {
            boolean line = lines && (letter == '\n' || letter == '\r' || letter == '\t');
            if (!line && hidden(letter)) {
                throw LinkReader.wrong("hidden");
            }
        });
        return text;
    }

    private static boolean hidden(int letter) {
        if (JOINERS.contains(letter)) {
            return false;
        }
        boolean variant = letter >= 0xFE00 && letter < 0xFE0E; // the last two of them choose between emoji and text
        boolean tag = letter >= 0xE0000 && letter <= 0xE0FFF;
        if (EMPTY.contains(letter) || variant || tag) {
            return true;
        }
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
