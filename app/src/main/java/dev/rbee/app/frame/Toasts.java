package dev.rbee.app.frame;

import dev.rbee.app.theme.Motion;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Messages at the lower edge of the page that go by themselves: done, undo, went wrong. At most three at a time, the newest below.
 * JavaFX thread only.
 */
public final class Toasts extends VBox {
    private static final Words WORDS = Words.of(Toasts.class);
    private static final int MOST = 3;
    private static final Duration SHORT = Duration.seconds(4);
    private static final Duration LONG = Duration.seconds(10);

    private @Nullable Toast undo;

    /** Empty; lies over the page and lets clicks through. */
    public Toasts() {
        super(8);
        setId("toasts");
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_LEFT);
        setFillWidth(false);
        setPickOnBounds(false);
        setFocusTraversable(false);
    }

    /** Says that something is done, 4 s. */
    public void say(String words) {
        show(Feather.CHECK_CIRCLE, "done", words, null, SHORT);
    }

    /** Says why nothing was done, 4 s. */
    public void note(String words) {
        show(Feather.INFO, "note", words, null, SHORT);
    }

    /** Says it and offers to take it back, 10 s, by button or Ctrl-Z. */
    public void undo(String words, Runnable undo) {
        this.undo = show(Feather.CHECK_CIRCLE, "done", words, new Remedy(WORDS.get("toast.undo"), undo), LONG);
    }

    /** Says it and offers something to do next, 10 s. */
    public void offer(String words, Remedy next) {
        show(Feather.INFO, "done", words, next, LONG);
    }

    /** Something went wrong that no page shows; stays until it is closed. */
    public void problem(Problem problem) {
        problem(problem, null);
    }

    /** The same with what helps. */
    public void problem(Problem problem, @Nullable Remedy remedy) {
        String hint = problem.hint();
        show(
                Feather.ALERT_CIRCLE,
                "failed",
                hint == null ? problem.message() : problem.message() + " " + hint,
                remedy,
                Duration.INDEFINITE);
    }

    /** Takes the last thing back; false where nothing can be. */
    boolean takeBack() {
        Toast last = undo;
        if (last == null || !getChildren().contains(last)) {
            return false;
        }
        last.act();
        return true;
    }

    private Toast show(Feather icon, String style, String words, @Nullable Remedy remedy, Duration stays) {
        Toast[] made = new Toast[1];
        Toast toast =
                new Toast(icon, style, words, remedy, stays, () -> getChildren().remove(made[0]));
        made[0] = toast;
        getChildren().removeIf(node -> node instanceof Toast old && same(old, words));
        getChildren().add(toast);
        while (getChildren().size() > MOST) {
            if (getChildren().removeFirst() instanceof Toast old) {
                old.end();
            }
        }
        Motion.appear(toast);
        return toast;
    }

    /** The same words again take the place of the first ones, unless those could still be taken back. */
    private static boolean same(Toast old, String words) {
        boolean same = !old.offers() && words.equals(old.getAccessibleText());
        if (same) {
            old.end();
        }
        return same;
    }
}
