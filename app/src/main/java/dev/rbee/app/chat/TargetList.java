package dev.rbee.app.chat;

import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of what a chat can be with: a field to search, arrows and Enter to choose. */
final class TargetList extends VBox {
    private static final Words WORDS = Words.of(TargetList.class);
    private static final int MOST_ROWS = 9;

    private final TextField search = new TextField();
    private final javafx.collections.ObservableList<Target> all = FXCollections.observableArrayList();
    private final FilteredList<Target> some = new FilteredList<>(all);
    private final ListView<Target> view = new ListView<>(some);
    private final Consumer<Choice> picked;

    TargetList(Consumer<Choice> picked) {
        super(8);
        this.picked = picked;
        getStyleClass().add("target-list");
        search.setId("target-search");
        search.setPromptText(WORDS.get("target.search"));
        search.setAccessibleText(WORDS.get("target.search"));
        search.textProperty().addListener((p, old, now) -> filter(now));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        view.setId("target-rows");
        view.setFocusTraversable(false);
        view.setPlaceholder(Ui.label(WORDS.get("target.none"), "secondary"));
        view.setCellFactory(v -> new Row());
        view.setFixedCellSize(44);
        getChildren().addAll(search, view);
    }

    /** These can be chosen; {@code now} is. */
    void show(List<Target> targets, Choice now) {
        all.setAll(targets);
        search.clear();
        filter("");
        targets.stream()
                .filter(each -> each.choice().equals(now))
                .findFirst()
                .ifPresent(each -> view.getSelectionModel().select(each));
    }

    void focus() {
        search.requestFocus();
    }

    private void filter(String words) {
        some.setPredicate(each -> each.has(words));
        view.setPrefHeight(Math.clamp(some.size(), 2, MOST_ROWS) * 44.0 + 4);
        view.getSelectionModel().selectFirst();
        view.scrollTo(0);
    }

    private void key(KeyEvent event) {
        int index = view.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(index + 1);
            case UP -> select(index - 1);
            case ENTER -> pick(view.getSelectionModel().getSelectedItem());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        if (index >= 0 && index < some.size()) {
            view.getSelectionModel().select(index);
            view.scrollTo(Math.max(0, index - 3));
        }
    }

    private void pick(@Nullable Target target) {
        if (target != null) {
            picked.accept(target.choice());
        }
    }

    private final class Row extends ListCell<Target> {
        private final Label name = Ui.label("");
        private final Label more = Ui.label("", "secondary");
        private final Label group = Ui.label("", "chip");
        private final Pill pill = new Pill();
        private final HBox line;

        Row() {
            VBox words = new VBox(name, more);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            group.setMinWidth(USE_PREF_SIZE);
            line = new HBox(8, words, pill, group);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY) {
                    pick(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Target item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(item == null || empty ? null : line);
            if (item != null && !empty) {
                name.setText(item.name());
                more.setText(item.more());
                group.setText(item.group());
                Ui.shown(group, !item.group().isEmpty() && item.badge() == null);
                Ui.shown(pill, item.badge() != null);
                if (item.badge() != null) {
                    pill.show(item.badge());
                }
                setAccessibleText(item.group() + " " + item.name() + " " + item.more());
            }
        }
    }
}
