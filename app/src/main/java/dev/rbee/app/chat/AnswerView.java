package dev.rbee.app.chat;

import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.markdown.MarkdownView;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One answer on the screen: who, what was thought, text, how it went, what can be done with it. */
final class AnswerView extends Turn {
    private static final Words WORDS = Words.of(AnswerView.class);

    private final Message answer;
    private final Live live;
    private final TurnActions actions;
    private final Label who = Ui.whole(Ui.label("", "who"));
    private final Pill queenless = new Pill(new Badge(Tone.LOADING, Feather.ZAP, WORDS.get("queenless")));
    private final HBox waiting;
    private final Label doingWords = Ui.paragraph("", "secondary");
    private final ProgressBar bar = new ProgressBar();
    private final ThoughtView thought;
    private final MarkdownView text;
    private final VBox trouble = new VBox(8);
    private final AnswerFoot foot;
    private final Growth growth = new Growth(this, this::grow);
    private final InvalidationListener grows = p -> growth.soon();
    private final InvalidationListener changes = p -> update();

    AnswerView(Message answer, Live live, TurnActions actions) {
        this.answer = answer;
        this.live = live;
        this.actions = actions;
        getStyleClass().add("answer");
        thought = new ThoughtView(actions::open, actions.habits().thoughtsOpen());
        text = new MarkdownView(actions::open);
        text.copiesMarks(actions.habits()::copiesMarkdown);
        foot = new AnswerFoot(answer, live, actions);
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(16, 16);
        turning.setMinSize(16, 16);
        VBox doing = new VBox(6, doingWords, bar);
        HBox.setHgrow(doing, Priority.ALWAYS);
        bar.setMaxWidth(360);
        bar.setId("answer-bar");
        doingWords.setId("answer-waits");
        waiting = new HBox(turning, doing);
        waiting.getStyleClass().add("waiting");
        HBox head =
                new HBox(8, who, queenless, Ui.label(actions.habits().moments().of(answer.at()), "when"));
        head.getStyleClass().add("chat-bar");
        getChildren().addAll(head, thought, waiting, text, trouble, foot);
        answer.text().addListener(grows);
        answer.state().addListener(changes);
        answer.facts().addListener(changes);
        live.waiting().addListener(changes);
        live.slotFree().addListener(changes);
        grow();
        update();
    }

    @Override
    void dispose() {
        growth.stop();
        answer.text().removeListener(grows);
        answer.state().removeListener(changes);
        answer.facts().removeListener(changes);
        live.waiting().removeListener(changes);
        live.slotFree().removeListener(changes);
    }

    @Override
    boolean find(String words, boolean forward, boolean anew) {
        return text.find(words, forward, anew);
    }

    @Override
    void unselect() {
        text.unselect();
    }

    private void grow() {
        Thinking now = Thinking.of(answer.text().get());
        boolean thinks = now.open() && answer.state().get() == State.STREAMING;
        thought.show(new Thinking(now.thought(), now.answer(), thinks), live.thoughtMs());
        text.show(now.answer());
        Ui.shown(text, !now.answer().isEmpty());
        waits();
    }

    private void waits() {
        Waits.Wait wait = live.waiting().get();
        boolean streaming = answer.state().get() == State.STREAMING;
        Ui.shown(waiting, streaming && (answer.text().get().isEmpty() || wait.equals(Waits.BROKEN)));
        doingWords.setText(wait.words());
        Double share = wait.share();
        Ui.shown(bar, share != null);
        bar.setProgress(share == null ? 0 : share);
    }

    private void update() {
        Source source = answer.source();
        Ui.shown(queenless, source != null && source.queenless());
        who.setText(AnswerWords.who(source));
        State state = answer.state().get();
        if (state != State.STREAMING) {
            growth.stop();
            grow();
        }
        waits();
        Problem problem = answer.problem();
        boolean failed = state == State.FAILED && problem != null;
        Ui.shown(trouble, failed);
        trouble.getChildren().clear();
        if (problem != null && failed) {
            trouble.getChildren().add(actions.problem(problem));
            trouble.getChildren().add(remedies(problem));
        }
        foot.update();
    }

    private HBox remedies(Problem problem) {
        HBox row = new HBox(8);
        row.getStyleClass().add("chat-bar");
        if (problem.code() == ProblemCode.CONTEXT_LENGTH_EXCEEDED) {
            if (actions.trims(answer)) {
                row.getChildren()
                        .add(Ui.button(WORDS.get("context.trim"), Feather.SCISSORS, () -> actions.trim(answer)));
            }
            row.getChildren().add(Ui.button(WORDS.get("chat.fresh"), Feather.PLUS, actions::fresh));
        } else {
            var again = Ui.button(
                    WORDS.get("try.again"), Feather.REFRESH_CW, () -> actions.again(answer, actions.choice()));
            again.setId("try-again");
            row.getChildren().add(again);
        }
        if (!answer.text().get().isBlank()) {
            row.getChildren()
                    .add(Ui.button(WORDS.get("answer.continue"), Feather.FAST_FORWARD, () -> actions.goOn(answer)));
        }
        return row;
    }
}
