package dev.rbee.app.activity;

import dev.rbee.app.fx.Background;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.requests.Facet;
import dev.rbee.contract.requests.Facets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** Chips, a time and words that a list is filtered by. JavaFX thread only. */
final class FilterBar extends FlowPane {
    private static final Words WORDS = Words.of(FilterBar.class);
    private static final Map<String, Duration> TIMES = times();

    private final Supplier<Instant> now;
    private final Runnable changed;
    private final Map<String, Chip> chips = new LinkedHashMap<>();
    private final Chip time;
    private final TextField words = new TextField();
    private final PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(300));
    private final Button clear;

    /** {@code changed} is told after every change; {@code list} tells its ids from those of other bars. */
    FilterBar(String list, Supplier<Instant> now, Runnable changed) {
        super(8, 8);
        this.now = now;
        this.changed = changed;
        setId(list + "-filters");
        getStyleClass().add("filter-bar");
        words.setId(list + "-words");
        words.setPromptText(WORDS.get("filter.words"));
        words.setAccessibleText(WORDS.get("filter.words"));
        words.setPrefColumnCount(14);
        pause.setOnFinished(e -> changed());
        words.textProperty().addListener((p, old, text) -> pause.playFromStart());
        time = new Chip(list + "-time", WORDS.get("filter.time"), each -> WORDS.get("time." + each), this::changed);
        time.offer(
                TIMES.keySet().stream().map(each -> new Chip.Choice(each, -1)).toList());
        clear = Ui.button(WORDS.get("filter.clear"), Feather.X, this::clear);
        clear.setId(list + "-clear");
        clear.getStyleClass().add("quiet");
        getChildren().addAll(words, time, clear);
        Ui.shown(clear, false);
    }

    /** Adds a chip for that parameter of the query, whose values are said so. */
    FilterBar chip(String list, String parameter, String name, UnaryOperator<String> said) {
        Chip chip = new Chip(list + "-" + parameter, name, said, this::changed);
        chips.put(parameter, chip);
        getChildren().add(getChildren().size() - 2, chip);
        return this;
    }

    /** Offers what there is now; a queen that cannot tell leaves what was offered. */
    void refresh(Background background, Past<?> past) {
        background.run(past::facets, this::offer, problem -> {});
    }

    private void offer(Facets facets) {
        chips.forEach((parameter, chip) -> {
            List<Facet> values = facets.by().getOrDefault(parameter, List.of());
            chip.offer(values.stream()
                    .map(each -> new Chip.Choice(each.value(), each.count()))
                    .toList());
        });
    }

    /** The query's parameters. */
    Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        chips.forEach((parameter, chip) -> {
            String value = chip.chosen();
            if (value != null) {
                asked.put(parameter, value);
            }
        });
        String typed = words.getText().strip();
        if (!typed.isEmpty()) {
            asked.put("q", typed);
        }
        String since = time.chosen();
        Duration span = since == null ? null : TIMES.get(since);
        if (span != null) {
            asked.put(
                    "since",
                    now.get().minus(span).truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return asked;
    }

    /** Lets only that value through, and nothing else that was chosen before. */
    void only(String parameter, String value) {
        reset();
        Chip chip = chips.get(parameter);
        if (chip != null) {
            chip.choose(value);
        }
        changed();
    }

    /** Goes to the words. */
    void find() {
        words.requestFocus();
        words.selectAll();
    }

    /** Lets everything through. */
    void clear() {
        reset();
        changed();
    }

    private void reset() {
        chips.values().forEach(chip -> chip.choose(null));
        time.choose(null);
        words.clear();
        pause.stop();
    }

    private void changed() {
        pause.stop();
        Ui.shown(clear, !asked().isEmpty());
        changed.run();
    }

    private static Map<String, Duration> times() {
        Map<String, Duration> times = new LinkedHashMap<>();
        times.put("quarter", Duration.ofMinutes(15));
        times.put("hour", Duration.ofHours(1));
        times.put("day", Duration.ofDays(1));
        times.put("week", Duration.ofDays(7));
        return times;
    }
}
