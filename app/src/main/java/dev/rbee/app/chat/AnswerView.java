package dev.rbee.app.chat;

import dev.rbee.app.markdown.MarkdownView;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One answer on the screen: who, text, how it went, what can be done with it. */
final class AnswerView extends VBox {
    /** What a button under an answer does. */
    interface Actions {
        void again();

        void fresh();
    }

    private final Answer answer;
    private final Actions actions;
    private final Label who = Ui.label("rbee", "who");
    private final Pill queenless = new Pill(new Badge(Tone.LOADING, Feather.ZAP, "queenless"));
    private final HBox waiting;
    private final Label doingWords = Ui.paragraph("", "secondary");
    private final ProgressBar bar = new ProgressBar();
    private final MarkdownView text = new MarkdownView(address -> {});
    private final VBox trouble = new VBox();
    private final HBox foot = new HBox();

    AnswerView(Answer answer, Actions actions) {
        this.answer = answer;
        this.actions = actions;
        getStyleClass().add("turn");
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(16, 16);
        VBox doing = new VBox(6, doingWords, bar);
        HBox.setHgrow(doing, Priority.ALWAYS);
        bar.setMaxWidth(360);
        bar.setId("answer-bar");
        waiting = new HBox(turning, doing);
        waiting.getStyleClass().add("waiting");
        HBox head = new HBox(8, who, queenless);
        head.getStyleClass().add("chat-bar");
        foot.getStyleClass().add("turn-foot");
        getChildren().addAll(head, waiting, text, trouble, foot);
        answer.text().addListener((p, old, now) -> text.show(now));
        answer.state().addListener((p, old, now) -> update());
        answer.from().addListener((p, old, now) -> update());
        answer.waiting().addListener((p, old, now) -> waits(now));
        waits(answer.waiting().get());
        text.show(answer.text().get());
        update();
    }

    private void waits(Waits.Wait now) {
        doingWords.setText(now.words());
        Double share = now.share();
        Ui.shown(bar, share != null);
        bar.setProgress(share == null ? 0 : share);
    }

    private void update() {
        Answer.From from = answer.from().get();
        Ui.shown(queenless, from != null && from.queenless());
        if (from != null) {
            String place = from.hive() != null ? from.hive() : from.worker();
            who.setText(place == null ? "rbee" : "rbee  ·  " + place);
        }
        Answer.State state = answer.state().get();
        Ui.shown(waiting, state == Answer.State.WAITING);
        Ui.shown(foot, answer.ended());
        Ui.shown(trouble, state == Answer.State.FAILED);
        if (!answer.ended()) {
            return;
        }
        Problem problem = answer.problem();
        if (problem != null) {
            trouble.getChildren().setAll(new ProblemView(problem, remedy(problem)));
        }
        foot.getChildren().clear();
        String how = words(answer);
        if (!how.isEmpty()) {
            Label figures = Ui.label(how, "figure");
            figures.setId("answer-figures");
            foot.getChildren().add(figures);
        }
        if (state != Answer.State.FAILED) {
            foot.getChildren().add(Ui.iconButton(Feather.REFRESH_CW, "Answer again", actions::again));
        }
        if (!answer.text().get().isEmpty()) {
            foot.getChildren()
                    .add(Ui.copyButton("Copy this answer", () -> answer.text().get()));
        }
    }

    private Button remedy(Problem problem) {
        return problem.code() == ProblemCode.CONTEXT_LENGTH_EXCEEDED
                ? Ui.button("New chat", Feather.PLUS, actions::fresh)
                : Ui.button("Try again", Feather.REFRESH_CW, actions::again);
    }

    /** {@code 58 tok/s · first 0.21 s · 312 tokens}. */
    static String words(Answer answer) {
        List<String> parts = new ArrayList<>();
        Answer.Figures figures = answer.figures();
        if (figures != null) {
            Double perSecond = figures.perSecond();
            if (perSecond != null) {
                parts.add(String.format(Locale.ROOT, perSecond < 10 ? "%.1f tok/s" : "%.0f tok/s", perSecond));
            }
            parts.add(String.format(Locale.ROOT, "first %.2f s", figures.firstMs() / 1000));
            parts.add(figures.tokens() == 1 ? "1 token" : figures.tokens() + " tokens");
        }
        if (answer.state().get() == Answer.State.STOPPED) {
            parts.add("stopped");
        }
        return String.join("  ·  ", parts);
    }
}
