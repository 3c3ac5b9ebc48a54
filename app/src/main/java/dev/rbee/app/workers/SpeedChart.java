package dev.rbee.app.workers;

import dev.rbee.app.live.Speeds;
import dev.rbee.app.theme.Spark;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The speed of one worker over the last minutes. */
final class SpeedChart extends VBox {
    private static final Words WORDS = Words.of(SpeedChart.class);
    private static final double LEAST = 10;

    private final Speeds speeds;
    private final Spark spark = new Spark();
    private final Label now = Ui.label("", "figure", "muted");

    SpeedChart(Speeds speeds) {
        super(6);
        this.speeds = speeds;
        spark.setPrefHeight(56);
        spark.getStyleClass().add("roomy");
        HBox head = new HBox(8, Ui.label(WORDS.get("speed.head"), "section"), Ui.spacer(), now);
        head.getStyleClass().add("chat-bar");
        HBox foot = new HBox(
                Ui.label(WORDS.get("speed.from", Units.span((long) Speeds.KEPT * Speeds.EVERY_S)), "secondary"),
                Ui.spacer(),
                Ui.label(WORDS.get("speed.now"), "secondary"));
        getChildren().addAll(head, spark, foot);
    }

    void show(WorkerInfo worker) {
        List<Double> figures = speeds.of(worker.id(), Speeds.KEPT);
        double top = figures.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        now.setText(
                top > 0
                        ? WORDS.get("speed.both", Units.speed(worker.tokensPerSecond()), Units.speed(top))
                        : Units.speed(worker.tokensPerSecond()));
        spark.show(figures, Speeds.KEPT, LEAST, WORDS.get("speed.chart", now.getText()));
    }
}
