package dev.rbee.app.workers;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Tokens for each slot, in doubling steps up to what the model was trained with. */
final class ContextSlider extends HBox {
    private static final Words WORDS = Words.of(ContextSlider.class);

    /** What is chosen where nobody says anything else, tokens. */
    static final int USUAL = 4096;

    private static final int LEAST = 512;

    private final Slider slider = new Slider(0, 3, 3);
    private final Label words = Ui.label("", "figure");
    private List<Integer> steps = steps(USUAL);
    private Runnable changed = () -> {};
    private int told = -1;

    ContextSlider() {
        super(12);
        getStyleClass().add("chat-bar");
        slider.setId("start-context");
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.setAccessibleText(WORDS.get("context.in.tokens"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        words.setMinWidth(96);
        getChildren().addAll(slider, words);
        slider.valueProperty().addListener((p, old, now) -> say());
        most(USUAL);
    }

    Slider slider() {
        return slider;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Steps up to that many tokens; what was chosen stays where it can. */
    void most(int tokens) {
        int wanted = told < 0 ? USUAL : tokens();
        steps = steps(tokens);
        int index = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) <= wanted) {
                index = i;
            }
        }
        slider.setMax(Math.max(1, steps.size() - 1));
        slider.setDisable(steps.size() == 1);
        slider.setValue(index);
        told = -1;
        say();
    }

    int tokens() {
        return steps.get(Math.clamp(Math.round(slider.getValue()), 0, steps.size() - 1));
    }

    private void say() {
        int now = tokens();
        if (now != told) {
            told = now;
            words.setText(WORDS.get("tokens", Units.tokens(now)));
            changed.run();
        }
    }

    /** 512, doubled until {@code most}, which is the last. Pure. */
    static List<Integer> steps(int most) {
        List<Integer> steps = new ArrayList<>();
        for (int tokens = LEAST; tokens < most && tokens > 0; tokens *= 2) {
            steps.add(tokens);
        }
        steps.add(Math.max(1, most));
        return List.copyOf(steps);
    }
}
