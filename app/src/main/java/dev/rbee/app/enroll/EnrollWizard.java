package dev.rbee.app.enroll;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.dialog.Wizard;
import org.controlsfx.dialog.WizardPane;

/**
 * ControlsFX's wizard, led by the steps: its buttons ask the step that is shown, and a step turns the page when what it began has ended well.
 * JavaFX thread only.
 */
final class EnrollWizard implements Course {
    private static final Words WORDS = Words.of(EnrollWizard.class);

    private static final double WIDTH = 720;
    private static final double HEIGHT = 600;

    private final Wizard wizard;
    private final Dialog<ButtonType> dialog;
    private final Dialogs dialogs;
    private final Map<Stop, Page> pages = new EnumMap<>(Stop.class);
    private Stop now = Stop.WHERE;
    private Stop next = Stop.WHERE;
    private boolean turning;
    private boolean closing;

    /** {@code closed} is told when its window is gone. */
    EnrollWizard(Dialogs dialogs, Runnable closed) {
        this.dialogs = dialogs;
        wizard = new Wizard(dialogs.owner(), WORDS.get("add.machine"));
        wizard.setReadSettings(false);
        dialog = wizard.getDialog();
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        dialog.setOnCloseRequest(event -> {
            if (!closing) {
                event.consume();
                FxThread.LATER.execute(
                        step()::cancel); // a dialog cannot close itself while it is asked whether it may close
            }
        });
        dialog.setOnShown(event -> step().entered());
        dialog.setOnHidden(event -> closed.run());
    }

    void add(Stop stop, Step step) {
        pages.put(stop, new Page(stop, step));
    }

    void show() {
        wizard.setFlow(new Wizard.Flow() {
            @Override
            public Optional<WizardPane> advance(WizardPane current) {
                return Optional.of(page(next));
            }

            @Override
            public boolean canAdvance(WizardPane current) {
                return current != page(Stop.READY);
            }
        });
        dialogs.dress(dialog);
        dialog.show();
    }

    void toFront() {
        Window window = dialog.getDialogPane().getScene().getWindow();
        if (window instanceof Stage stage) {
            stage.toFront();
        }
    }

    private Page page(Stop stop) {
        return Objects.requireNonNull(pages.get(stop), stop.words());
    }

    private Step step() {
        return page(now).step;
    }

    @Override
    public void to(Stop stop) {
        next = stop;
        Step from = step();
        boolean was = from.open.get();
        from.open.set(true);
        turn(ButtonBar.ButtonData.NEXT_FORWARD);
        from.open.set(was);
    }

    @Override
    public void back() {
        turn(ButtonBar.ButtonData.BACK_PREVIOUS);
    }

    /** Back to the first step. */
    void backToStart() {
        while (now != Stop.WHERE) {
            back();
        }
    }

    private void turn(ButtonBar.ButtonData which) {
        turning = true;
        page(now).button(which).ifPresent(Button::fire);
        turning = false;
        step().requestFocus();
    }

    @Override
    public void close() {
        closing = true;
        dialog.setResult(ButtonType.CLOSE);
        dialog.close();
    }

    private static void shown(Button button, ObservableValue<Boolean> when) {
        button.visibleProperty().bind(when);
        button.managedProperty().bind(when);
    }

    /** One step as ControlsFX wants it. */
    private final class Page extends WizardPane {
        private final Stop stop;
        private final Step step;

        Page(Stop stop, Step step) {
            this.stop = stop;
            this.step = step;
            VBox.setVgrow(step, Priority.ALWAYS);
            VBox content = new VBox(20, new StepMarks(stop), step);
            setContent(content);
            getStylesheets().clear();
            setMinSize(WIDTH, HEIGHT);
            setPrefSize(WIDTH, HEIGHT);
            getStyleClass().add("enroll");
            addEventFilter(ActionEvent.ACTION, this::pressed);
        }

        private void pressed(ActionEvent event) {
            if (turning || !(event.getTarget() instanceof Button target)) {
                return;
            }
            for (ButtonType type : getButtonTypes()) {
                if (target.equals(lookupButton(type))) {
                    event.consume();
                    ask(type.getButtonData());
                    return;
                }
            }
        }

        private void ask(ButtonBar.ButtonData which) {
            switch (which) {
                case NEXT_FORWARD, FINISH -> step.forward();
                case BACK_PREVIOUS -> step.backward();
                default -> step.cancel();
            }
        }

        Optional<Button> button(ButtonBar.ButtonData which) {
            return getButtonTypes().stream()
                    .filter(type -> type.getButtonData() == which)
                    .map(this::lookupButton)
                    .map(Button.class::cast)
                    .findFirst();
        }

        @Override
        public void onEnteringPage(Wizard from) {
            now = stop;
            from.invalidProperty().unbind();
            from.invalidProperty().bind(step.open.not());
            for (ButtonBar.ButtonData data :
                    new ButtonBar.ButtonData[] {ButtonBar.ButtonData.NEXT_FORWARD, ButtonBar.ButtonData.FINISH}) {
                button(data).ifPresent(button -> {
                    button.textProperty().bind(step.onward);
                    shown(button, step.leads);
                    button.setDefaultButton(stop != Stop.TRUST); // trust is a word of one's own, not the Enter key's
                    button.setId("enroll-next");
                    if (!button.getStyleClass().contains("main")) {
                        button.getStyleClass().add("main");
                    }
                });
            }
            button(ButtonBar.ButtonData.BACK_PREVIOUS).ifPresent(button -> {
                button.setText(WORDS.get("back"));
                button.setId("enroll-back");
                shown(button, step.returns);
            });
            button(ButtonBar.ButtonData.CANCEL_CLOSE).ifPresent(button -> {
                button.setId("enroll-cancel");
                shown(button, step.cancels);
            });
            step.entered();
        }
    }
}
