package dev.rbee.app.home;

import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.app.workers.JobProgress;
import dev.rbee.contract.workers.SpawnWorker;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What somebody new does first, as three cards that tick themselves off and leave when all is done. JavaFX thread only. */
final class FirstSteps extends VBox {
    private static final Words WORDS = Words.of(FirstSteps.class);

    private final Progress progress;
    private final Elsewhere elsewhere;
    private final Map<Progress.Step, Card> cards = new EnumMap<>(Progress.Step.class);
    private final Map<Progress.Step, Label> ticks = new EnumMap<>(Progress.Step.class);
    private final CardRow row = new CardRow(250);
    private final JobProgress starting;
    private final Button demo;
    private final Button machine;
    private final Button examples;
    private final VBox address = new VBox();
    private String shownBase = "";
    private boolean asked;

    /** {@code add} opens the wizard that adds a machine. */
    FirstSteps(Progress progress, Elsewhere elsewhere, QueenApi queen, Background background, Runnable add) {
        super(12);
        this.progress = progress;
        this.elsewhere = elsewhere;
        setId("first-steps");
        starting = new JobProgress(queen, background);
        demo = Ui.mainButton(WORDS.get("step.model.act"), Feather.PLAY, this::startDemo);
        demo.setId("home-start-demo");
        machine = Ui.button(WORDS.get("step.machine.act"), Feather.PLUS, add);
        machine.setId("home-add-machine");
        examples = Ui.button(WORDS.get("step.elsewhere.act"), Feather.CODE, () -> {});
        examples.setId("home-examples");
        cards.put(Progress.Step.MODEL, new Card(1, "model", demo, starting));
        cards.put(Progress.Step.MACHINE, new Card(2, "machine", machine));
        cards.put(Progress.Step.ELSEWHERE, new Card(3, "elsewhere", address, examples));
        ticks.put(Progress.Step.MODEL, tick("model"));
        ticks.put(Progress.Step.MACHINE, tick("machine"));
        ticks.put(Progress.Step.ELSEWHERE, tick("elsewhere"));
        Button hide = Ui.button(WORDS.get("steps.hide"), null, () -> {
            progress.hide();
            Ui.shown(this, false);
        });
        hide.setId("hide-steps");
        hide.getStyleClass().add("quiet");
        HBox head = new HBox(12, Ui.label(WORDS.get("steps"), "section"));
        head.getChildren().addAll(ticks.values());
        head.getChildren().addAll(Ui.spacer(), hide);
        head.getStyleClass().add("section-head");
        getChildren().addAll(head, row);
    }

    private void startDemo() {
        asked = true;
        Ui.shown(demo, false);
        starting.start(
                new SpawnWorker("demo", null, null, null, null, null, null, null), () -> asked = false, () -> {});
    }

    void show(FleetView view, Runnable tell) {
        progress.see(view);
        boolean left = progress.open();
        Ui.shown(this, left);
        if (!left) {
            return;
        }
        examples.setOnAction(e -> tell.run());
        boolean can = view.connected();
        demo.setDisable(!can || view.hives().values().stream().noneMatch(hive -> hive.online()));
        machine.setDisable(!can);
        examples.setDisable(!can);
        Ui.shown(demo, !asked);
        elsewhere.follow(view);
        String base = elsewhere.base();
        if (!base.equals(shownBase)) {
            shownBase = base;
            address.getChildren().setAll(elsewhere.address());
        }
        List<Card> open = new ArrayList<>();
        cards.forEach((step, card) -> {
            boolean done = progress.is(step);
            Ui.shown(Objects.requireNonNull(ticks.get(step)), done);
            if (!done) {
                open.add(card);
            }
        });
        if (!open.equals(row.getChildren())) {
            row.show(open);
        }
    }

    private static final class Card extends VBox {
        Card(int number, String key, Node... parts) {
            super(12);
            getStyleClass().addAll("card", "first-step");
            StackPane mark = new StackPane(Ui.label("" + number));
            mark.getStyleClass().add("step-dot");
            HBox head = new HBox(10, mark, Ui.label(WORDS.get("step." + key), "card-title"));
            head.getStyleClass().add("section-head");
            getChildren().addAll(head, Ui.paragraph(WORDS.get("step." + key + ".words"), "secondary"));
            getChildren().addAll(parts);
        }
    }

    private static Label tick(String key) {
        Label tick = Ui.label(WORDS.get("step." + key + ".done"), "step-tick");
        tick.setGraphic(new FontIcon(Feather.CHECK));
        return tick;
    }
}
