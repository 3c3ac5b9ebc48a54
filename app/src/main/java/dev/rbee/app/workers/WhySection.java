package dev.rbee.app.workers;

import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.Task;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.remote.RouteWhy;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Whether the next request for its model would go to this worker, and why or why not: what the queen says. JavaFX thread only. */
final class WhySection extends VBox {
    private static final Words WORDS = Words.of(WhySection.class);

    private final QueenApi queen;
    private final Background background;
    private final VBox lines = new VBox(4);
    private @Nullable String asked;
    private @Nullable Task asking;

    WhySection(QueenApi queen, Background background) {
        super(8);
        this.queen = queen;
        this.background = background;
        setId("worker-why");
        getChildren().addAll(Ui.label(WORDS.get("why.head"), "section"), lines);
    }

    /** Asks again only where the answer may be another one. */
    void show(@Nullable WorkerInfo worker) {
        String question = worker == null
                ? null
                : String.join(" ", worker.id(), worker.state().wire(), Integer.toString(worker.slotsAvailable()));
        if (Objects.equals(question, asked)) {
            return;
        }
        asked = question;
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
        if (worker == null) {
            lines.getChildren().clear();
            return;
        }
        asking = background.start(
                () -> queen.explain(worker.modelRef()), why -> say(worker, why), problem -> failed(problem));
    }

    private void failed(Problem problem) {
        lines.getChildren().setAll(Ui.paragraph(problem.message(), "secondary"));
    }

    private void say(WorkerInfo worker, RouteWhy why) {
        List<String> words = words(worker, why);
        lines.getChildren()
                .setAll(words.stream().map(text -> Ui.paragraph(text)).toList());
    }

    /** The answer in sentences. Pure. */
    static List<String> words(WorkerInfo worker, RouteWhy why) {
        List<RouteWhy.Weighed> all = Objects.requireNonNullElse(why.workers(), List.of());
        List<String> words = new ArrayList<>();
        String reason = Objects.requireNonNullElse(why.reason(), "");
        if (worker.id().equals(why.workerId())) {
            words.add(WORDS.get("why.here", reason));
        } else if (why.workerId() == null || why.workerId().isEmpty()) {
            words.add(WORDS.get("why.nowhere", reason));
        } else {
            words.add(WORDS.get("why.there", why.workerId(), reason));
        }
        for (int i = 0; i < all.size(); i++) {
            RouteWhy.Weighed one = all.get(i);
            if (one.workerId().equals(worker.id())) {
                if (one.whyNot() != null) {
                    words.add(WORDS.get("why.not", one.whyNot()));
                }
                if (all.size() > 1) {
                    words.add(WORDS.get("why.place", Integer.toString(i + 1), Integer.toString(all.size())));
                }
                if (Boolean.TRUE.equals(one.warm())) {
                    words.add(WORDS.get("why.warm"));
                }
                if (one.recentErrors() != null && one.recentErrors() >= 0.05) {
                    words.add(WORDS.get("why.errors"));
                }
            }
        }
        return words;
    }
}
