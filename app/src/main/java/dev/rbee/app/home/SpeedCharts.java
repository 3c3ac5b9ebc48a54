package dev.rbee.app.home;

import dev.rbee.app.fx.Background;
import dev.rbee.app.remote.StatsApi;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.events.StatsPoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Tokens per second and requests per minute over the last quarter of an hour. JavaFX thread only. */
final class SpeedCharts extends CardRow {
    private static final Words WORDS = Words.of(SpeedCharts.class);

    private final StatsApi api;
    private final Background background;
    private final SpeedHistory history = new SpeedHistory();
    private final Card speed = new Card("speed", StatsPoint::tokensPerSecond, SpeedCharts::speedWords);
    private final Card rate = new Card("rate", StatsPoint::requestsPerMinute, SpeedCharts::rateWords);
    private String queen = "";

    SpeedCharts(StatsApi api, Background background) {
        super(380);
        this.api = api;
        this.background = background;
        setId("home-charts");
        show(List.of(speed, rate));
    }

    /** Shows what that queen remembers; another one's figures are forgotten. A queen that knows no history shows what comes from now on. */
    void follow(String url) {
        if (!url.equals(queen)) {
            queen = url;
            history.clear();
        }
        background.run(
                () -> api.history((int) SpeedHistory.SPAN.toMinutes()),
                remembered -> {
                    if (url.equals(queen)) {
                        history.load(remembered);
                    }
                },
                problem -> {});
    }

    void add(Instant now, FleetStats stats) {
        history.add(now, stats);
    }

    void show(Instant now) {
        List<StatsPoint> points = history.points();
        speed.show(points, now);
        rate.show(points, now);
    }

    private static String speedWords(double value) {
        return value == 0 ? "0 tok/s" : Units.speed(value);
    }

    private static String rateWords(double value) {
        return WORDS.get("chart.rate", String.format(Locale.ROOT, "%.0f", value));
    }

    private static final class Card extends VBox {
        private final ToDoubleFunction<StatsPoint> value;
        private final DoubleFunction<String> words;
        private final TimeChart chart;
        private final Label most = Ui.label("", "secondary", "figure");

        Card(String key, ToDoubleFunction<StatsPoint> value, DoubleFunction<String> words) {
            super(8);
            this.value = value;
            this.words = words;
            getStyleClass().add("card");
            chart = new TimeChart("chart-" + key, words);
            chart.setId("home-chart-" + key);
            HBox head = new HBox(8, Ui.label(WORDS.get("chart.title." + key), "section"), Ui.spacer(), most);
            head.getStyleClass().add("section-head");
            getChildren().addAll(head, chart);
        }

        void show(List<StatsPoint> points, Instant now) {
            chart.show(
                    points.stream()
                            .map(point -> new TimeChart.Point(point.at(), value.applyAsDouble(point)))
                            .toList(),
                    now);
            double top = points.stream().mapToDouble(value).max().orElse(0);
            most.setText(points.isEmpty() ? WORDS.get("chart.none") : WORDS.get("chart.most", words.apply(top)));
            double last = points.isEmpty() ? 0 : value.applyAsDouble(points.getLast());
            chart.setAccessibleText(WORDS.get("chart.read", words.apply(last), words.apply(top)));
        }
    }
}
