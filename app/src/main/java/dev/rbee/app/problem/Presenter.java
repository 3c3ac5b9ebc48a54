package dev.rbee.app.problem;

import dev.rbee.app.frame.Remedy;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Shows problems, each with the one thing that helps: where they happened, or as a message over the page. JavaFX thread only. */
public final class Presenter {
    private static final Words WORDS = Words.of(Presenter.class);

    private final Remedies remedies;
    private final Toasts toasts;

    /** Knows what helps and where messages go. */
    public Presenter(Remedies remedies, Toasts toasts) {
        this.remedies = remedies;
        this.toasts = toasts;
    }

    /** The problem for the place where it happened, with what helps, and with {@code Try again} where that can be done. */
    public Node inline(Problem problem, @Nullable Runnable retry) {
        List<Button> actions = new ArrayList<>();
        Remedy remedy = retry != null && Remedies.passes(problem.code()) ? null : remedies.of(problem);
        if (remedy != null) {
            actions.add(Ui.button(remedy.words(), null, remedy.act()));
        }
        if (retry != null) {
            actions.add(Ui.button(WORDS.get("try.again"), Feather.REFRESH_CW, retry));
        }
        return new ProblemView(actions, problem);
    }

    /** The problem as a message over the page. */
    public void toast(Problem problem) {
        toasts.problem(problem, remedies.of(problem));
    }

    /** What helps; null where only the words do. */
    public @Nullable Remedy remedy(Problem problem) {
        return remedies.of(problem);
    }
}
