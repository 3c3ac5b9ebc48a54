package dev.rbee.app.markdown;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** Finds where a key leads from a place in some texts. */
final class Caret {
    /** Pixels by which the next line is looked for, and as far as that. */
    private static final double STEP = 4;

    private static final double FAR = 120;

    private final List<Words> texts;
    private final Nearest nearest;

    /** Finds the place nearest to a point of the scene. */
    interface Nearest {
        @Nullable
        Spot to(double x, double y);
    }

    Caret(List<Words> texts, Nearest nearest) {
        this.texts = texts;
        this.nearest = nearest;
    }

    /** Null where that key leads nowhere; {@code words} goes by whole words, or from end to end. */
    @Nullable
    Spot moved(Spot from, KeyCode key, boolean words) {
        return switch (key) {
            case LEFT, KP_LEFT -> words ? word(from, -1) : step(from, -1);
            case RIGHT, KP_RIGHT -> words ? word(from, 1) : step(from, 1);
            case UP, KP_UP -> line(from, -1);
            case DOWN, KP_DOWN -> line(from, 1);
            case HOME -> words ? new Spot(0, 0) : edge(from, -1);
            case END -> words ? new Spot(texts.size() - 1, length(texts.size() - 1)) : edge(from, 1);
            default -> null;
        };
    }

    private int length(int index) {
        return texts.get(index).text().length();
    }

    private Spot step(Spot from, int by) {
        String text = texts.get(from.words()).text();
        if (by < 0 && from.index() == 0) {
            return from.words() == 0 ? from : new Spot(from.words() - 1, length(from.words() - 1));
        }
        if (by > 0 && from.index() >= text.length()) {
            return from.words() == texts.size() - 1 ? from : new Spot(from.words() + 1, 0);
        }
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        int next = by < 0 ? letters.preceding(from.index()) : letters.following(from.index());
        return new Spot(from.words(), Math.clamp(next, 0, text.length()));
    }

    private Spot word(Spot from, int by) {
        String text = texts.get(from.words()).text();
        boolean atEdge = by < 0 ? from.index() == 0 : from.index() >= text.length();
        if (atEdge) {
            return step(from, by);
        }
        int at = from.index();
        if (by > 0) {
            while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
        } else {
            while (at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1))) {
                at--;
            }
            while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
                at--;
            }
        }
        return new Spot(from.words(), at);
    }

    private Spot line(Spot from, int by) {
        Bounds here = texts.get(from.words()).caret(from.index());
        double x = here.getMinX();
        for (double away = STEP; away < FAR; away += STEP) {
            double y = by < 0 ? here.getMinY() - away : here.getMaxY() + away;
            Spot spot = nearest.to(x, y);
            if (spot != null) {
                Bounds there = texts.get(spot.words()).caret(spot.index());
                boolean moved = by < 0 ? there.getMaxY() < here.getMaxY() - 1 : there.getMinY() > here.getMinY() + 1;
                if (moved) {
                    return spot;
                }
            }
        }
        return by < 0 ? new Spot(0, 0) : new Spot(texts.size() - 1, length(texts.size() - 1));
    }

    private Spot edge(Spot from, int by) {
        Words words = texts.get(from.words());
        Bounds here = words.caret(from.index());
        Bounds all = words.localToScene(words.getLayoutBounds());
        Spot spot = nearest.to(by < 0 ? all.getMinX() - 1 : all.getMaxX() + 1, here.getCenterY());
        return spot == null || spot.words() != from.words() ? from : spot;
    }
}
