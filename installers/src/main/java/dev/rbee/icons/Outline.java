package dev.rbee.icons;

import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outline of a filled shape, as SVG writes it: {@code M L H V Q Z}, absolute. */
final class Outline {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]|-?(?:\\d+\\.?\\d*|\\.\\d+)|[^\\s,]");

    private final Path2D.Double path = new Path2D.Double();
    private final Matcher words;
    private String word = "";

    private Outline(String text) {
        words = WORD.matcher(text);
    }

    /** Throws {@link IllegalArgumentException} for anything else. */
    static Path2D of(String text) {
        Outline outline = new Outline(text);
        while (outline.next()) {
            outline.step(outline.word);
        }
        return outline.path;
    }

    private void step(String command) {
        switch (command) {
            case "M" -> path.moveTo(number(), number());
            case "L" -> path.lineTo(number(), number());
            case "H" -> path.lineTo(number(), path.getCurrentPoint().getY());
            case "V" -> path.lineTo(path.getCurrentPoint().getX(), number());
            case "Q" -> path.quadTo(number(), number(), number(), number());
            case "Z" -> path.closePath();
            default -> throw new IllegalArgumentException("\"" + command + "\" is not known in an outline");
        }
    }

    private boolean next() {
        if (words.find()) {
            word = words.group();
            return true;
        }
        return false;
    }

    private double number() {
        if (!next()) {
            throw new IllegalArgumentException("an outline ends in the middle of \"" + word + "\"");
        }
        return Double.parseDouble(word);
    }
}
