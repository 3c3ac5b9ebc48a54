package dev.rbee.app.chat;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One parameter: name, plain word, number, and what is wrong with it. Empty leaves it to the worker. */
final class NumberField extends VBox {
    private static final Words WORDS = Words.of(NumberField.class);

    private final TextField field = new TextField();
    private final Label wrong = Ui.paragraph("", "wrong");
    private final double least;
    private final double most;
    private final boolean whole;
    private @Nullable Double value;

    /** {@code key} is that of its words; {@code changed} is called when a valid value was written. */
    NumberField(String key, double least, double most, boolean whole, Runnable changed) {
        super(2);
        this.least = least;
        this.most = most;
        this.whole = whole;
        Label name = Ui.label(WORDS.get("param." + key));
        name.setLabelFor(field);
        field.setId("param-" + key);
        field.setPromptText(WORDS.get("param.auto"));
        field.setPrefColumnCount(7);
        field.setMaxWidth(96);
        field.setMinWidth(96);
        field.setAccessibleText(WORDS.get("param." + key) + ". " + WORDS.get("param." + key + ".word"));
        field.textProperty().addListener((p, old, now) -> {
            if (read(now)) {
                changed.run();
            }
        });
        HBox line = new HBox(8, name, Ui.spacer(), field);
        line.getStyleClass().add("chat-bar");
        Ui.shown(wrong, false);
        getChildren().addAll(line, Ui.paragraph(WORDS.get("param." + key + ".word"), "secondary"), wrong);
    }

    /** Under that name in the window, where there is another of its kind. */
    void called(String id) {
        field.setId(id);
    }

    @Nullable
    Double value() {
        return value;
    }

    @Nullable
    Integer number() {
        return value == null ? null : value.intValue();
    }

    void show(@Nullable Number now) {
        String text = now == null ? "" : whole ? Long.toString(now.longValue()) : plain(now.doubleValue());
        if (!text.equals(field.getText())) {
            field.setText(text);
        }
        read(text);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private boolean read(String text) {
        String plain = text.strip().replace(',', '.');
        boolean fine = true;
        if (plain.isEmpty()) {
            value = null;
        } else {
            try {
                double number = Double.parseDouble(plain);
                fine = number >= least && number <= most && (!whole || number == Math.rint(number));
                if (fine) {
                    value = number;
                }
            } catch (NumberFormatException e) {
                fine = false;
            }
        }
        wrong.setText(fine ? "" : WORDS.get(whole ? "param.wrong.whole" : "param.wrong", range(least), range(most)));
        Ui.shown(wrong, !fine);
        return fine;
    }

    private static String range(double edge) {
        return edge == Math.rint(edge) ? String.format(Locale.ROOT, "%.0f", edge) : Double.toString(edge);
    }
}
