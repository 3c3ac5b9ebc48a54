package dev.rbee.app.activity;

import dev.rbee.app.problem.Presenter;
import dev.rbee.app.table.DetailPane;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.requests.RequestEntry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of one request, from its arrival to its end. JavaFX thread only. */
final class RequestStory implements Detail<RequestEntry> {
    private static final Words WORDS = Words.of(RequestStory.class);

    private final DetailPane pane;
    private final RequestActions actions;
    private final Presenter presenter;
    private final ZoneId zone;
    private final VBox told = new VBox(16);
    private final VBox doing = new VBox();
    private @Nullable Object offered;

    RequestStory(Runnable close, RequestActions actions, Presenter presenter, ZoneId zone) {
        this.pane = new DetailPane(close);
        this.actions = actions;
        this.presenter = presenter;
        this.zone = zone;
        pane.setId("request-story");
        pane.fill(told, doing);
    }

    @Override
    public Node pane() {
        return pane;
    }

    @Override
    public void show(@Nullable RequestEntry entry) {
        Ui.shown(pane, entry != null);
        if (entry == null) {
            return;
        }
        pane.about(entry.requestId(), WORDS.get("story"));
        told.getChildren().setAll(head(entry), steps(entry), facts(entry));
        List<Object> offers = Arrays.asList(entry.requestId(), entry.workerId(), RequestWords.live(entry));
        if (!offers.equals(offered)) { // a button that is about to be pressed must not be another one each second
            offered = offers;
            doing.getChildren().setAll(actions.of(entry));
        }
    }

    private Node head(RequestEntry entry) {
        Label model = Ui.paragraph(entry.model(), "story-model");
        VBox head = new VBox(8, model, new HBox(8, new Pill(RequestWords.badge(entry))));
        if (entry.outcome().equals("error")) {
            String code = Objects.requireNonNullElse(entry.code(), ProblemCode.INTERNAL_ERROR.wire());
            Problem problem = Problem.of(ProblemCode.parse(code), WORDS.get("story.code", code), null);
            head.getChildren().add(presenter.inline(problem, null));
        }
        return head;
    }

    private Node steps(RequestEntry entry) {
        List<Node> steps = new ArrayList<>();
        String arrived = WORDS.get("story.arrived", RequestWords.kind(entry.kind()), entry.caller());
        steps.add(step(Feather.ARROW_RIGHT, Tone.OFFLINE, "0", arrived));
        if (entry.outcome().equals("waiting")) {
            steps.add(waits(entry));
            return all(steps);
        }
        long queued = Objects.requireNonNullElse(entry.queueMs(), 0L);
        if (queued > 0) {
            steps.add(step(
                    Feather.CLOCK,
                    Tone.BUSY,
                    RequestWords.millis(queued),
                    WORDS.get("story.waited", RequestWords.millis(queued))));
        }
        String worker = entry.workerId();
        if (worker != null) {
            String why = entry.route();
            String where = WORDS.get("story.placed", worker, Objects.requireNonNullElse(entry.hiveId(), "–"));
            steps.add(step(
                    Feather.CPU,
                    Tone.LOADING,
                    RequestWords.millis(queued),
                    why == null || why.isBlank() ? where : WORDS.get("story.because", where, why)));
        } else {
            steps.add(step(Feather.CPU, Tone.ERROR, "", WORDS.get("story.nowhere")));
        }
        if (entry.attempts() > 1) {
            steps.add(step(Feather.REPEAT, Tone.WARN, "", WORDS.get("story.attempts", entry.attempts())));
        }
        Long first = entry.firstTokenMs();
        if (first != null) {
            steps.add(step(Feather.ZAP, Tone.READY, RequestWords.millis(first), WORDS.get("story.first")));
        }
        steps.add(end(entry));
        return all(steps);
    }

    private static Node waits(RequestEntry entry) {
        String doing = entry.doing();
        Integer place = entry.position();
        String words = doing != null
                ? doing
                : place == null ? WORDS.get("story.waits") : WORDS.get("story.waits.place", place);
        return step(Feather.CLOCK, Tone.BUSY, RequestWords.millis(entry.durationMs()), words);
    }

    private static Node all(List<Node> steps) {
        VBox all = new VBox(steps.toArray(Node[]::new));
        all.getStyleClass().add("story-steps");
        return all;
    }

    private Node end(RequestEntry entry) {
        String after = RequestWords.millis(entry.durationMs());
        Double speed = RequestWords.speed(entry);
        Integer tokens = entry.completionTokens();
        return switch (entry.outcome()) {
            case "ok" ->
                step(
                        Feather.CHECK,
                        Tone.READY,
                        after,
                        tokens == null
                                ? WORDS.get("story.done")
                                : speed == null
                                        ? WORDS.get("story.done.tokens", tokens)
                                        : WORDS.get("story.done.speed", tokens, Units.speed(speed)));
            case "running" ->
                step(
                        Feather.EDIT_3,
                        Tone.BUSY,
                        after,
                        tokens == null
                                ? WORDS.get("story.runs")
                                : speed == null
                                        ? WORDS.get("story.runs.tokens", tokens)
                                        : WORDS.get("story.runs.speed", tokens, Units.speed(speed)));
            case "cancelled" -> step(Feather.SLASH, Tone.OFFLINE, after, WORDS.get("story.left"));
            default -> step(Feather.ALERT_CIRCLE, Tone.ERROR, after, WORDS.get("story.failed"));
        };
    }

    private static Node step(Feather icon, Tone tone, String after, String words) {
        FontIcon mark = new FontIcon(icon);
        HBox dot = new HBox(mark);
        dot.getStyleClass().addAll("story-dot", tone.style());
        Label text = Ui.paragraph(words);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Label at = Ui.label(
                after.isEmpty() || after.equals("0") ? after.replace("0", "") : "+" + after, "secondary", "figure");
        at.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(10, dot, text, at);
        row.getStyleClass().add("story-step");
        return row;
    }

    private Node facts(RequestEntry entry) {
        return new Facts()
                .add(WORDS.get("fact.begun"), Clock.whole(entry.startedAt(), zone))
                .add(WORDS.get("fact.tokens"), RequestWords.tokens(entry))
                .add(WORDS.get("fact.streamed"), WORDS.get(entry.streamed() ? "yes" : "no"))
                .addCode(WORDS.get("fact.id"), entry.requestId());
    }
}
