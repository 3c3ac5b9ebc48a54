package dev.rbee.app.models;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Remedy;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.models.FileCard.Phase;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;

/** Shows what files are and how they would run, and takes them in when that is wanted. JavaFX thread only; nothing here waits. */
final class ImportDialog {
    private static final Words WORDS = Words.of(ImportDialog.class);
    private static final double WIDTH = 580;
    private static final double HIGHEST = 440;

    private final ModelParts parts;
    private final VBox list = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(list);
    private final Label more = Ui.paragraph("", "secondary");
    private final List<FileCard> cards = new ArrayList<>();
    private final Deque<FileCard> waiting = new ArrayDeque<>();
    private final Dialog<ButtonType> dialog;
    private final Button go;
    private final ChangeListener<FleetView> fleet = (p, old, now) -> fleet();
    private List<String> online = List.of();
    private boolean taking;
    private int left;

    /** {@code closed} is called when it went. */
    ImportDialog(ModelParts parts, Runnable closed) {
        this.parts = parts;
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(HIGHEST);
        scroll.getStyleClass().add("plain");
        VBox content = new VBox(12, Ui.paragraph(WORDS.get("import.words"), "secondary"), scroll, more);
        content.setPrefWidth(WIDTH);
        content.setId("import-files");
        dialog = parts.dialogs().of(WORDS.get("importer.import.models"), content, WORDS.get("close"));
        ButtonType type = new ButtonType(WORDS.get("import.go"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().add(type);
        go = (Button) dialog.getDialogPane().lookupButton(type);
        go.setId("import-go");
        go.getStyleClass().add("main");
        go.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            take();
        });
        // of its window: that goes without the dialog's doing when the fleet goes on in the background
        dialog.getDialogPane().getScene().getWindow().addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> {
            parts.fleet().view().removeListener(fleet);
            closed.run();
        });
        parts.fleet().view().addListener(fleet);
    }

    void show() {
        dialog.show();
    }

    /** These, too; one that is looked at already is not shown twice. */
    void add(List<File> files, int leftOut) {
        for (File file : files) {
            if (cards.stream().noneMatch(card -> card.file().equals(file))) {
                FileCard card = new FileCard(parts, file, this::update);
                cards.add(card);
                list.getChildren().add(card);
            }
        }
        left += leftOut;
        more.setText(WORDS.get("import.left", left));
        Ui.shown(more, left > 0);
        update();
    }

    private void fleet() {
        FleetView now = Objects.requireNonNull(parts.fleet().view().get());
        List<String> here = now.connected()
                ? now.hives().values().stream()
                        .filter(HiveInfo::online)
                        .map(HiveInfo::id)
                        .toList()
                : List.of();
        if (!here.equals(online)) {
            online = here;
            cards.forEach(FileCard::fleetChanged);
            update();
        }
    }

    private boolean connected() {
        return Objects.requireNonNull(parts.fleet().view().get()).connected();
    }

    private void update() {
        boolean connected = connected();
        if (connected) {
            cards.forEach(FileCard::judge);
        }
        long good = cards.stream().filter(card -> card.phase() == Phase.GOOD).count();
        go.setDisable(good == 0 || taking || !connected);
        go.setText(good < 2 ? WORDS.get("import.go") : WORDS.get("import.go.many", good));
        if (dialog.isShowing()) {
            Dialogs.fit(dialog.getDialogPane());
        }
    }

    private void take() {
        cards.stream().filter(card -> card.phase() == Phase.GOOD).forEach(waiting::add);
        taking = true;
        next();
    }

    private void next() {
        FileCard card = waiting.poll();
        if (card != null && dialog.isShowing()) {
            card.take(this::next);
            return;
        }
        waiting.clear();
        taking = false;
        update();
        List<String> taken = cards.stream()
                .filter(each -> each.phase() == Phase.TAKEN)
                .map(FileCard::id)
                .toList();
        boolean whole = cards.stream().allMatch(each -> each.phase() == Phase.TAKEN || each.phase() == Phase.THERE);
        if (whole && !taken.isEmpty() && dialog.isShowing()) {
            dialog.close();
            done(taken);
        }
    }

    private void done(List<String> taken) {
        String first = taken.getFirst();
        parts.navigator().reveal(ModelsPage.FACE.key(), first);
        if (taken.size() > 1) {
            parts.toasts().say(WORDS.get("import.done.many", taken.size()));
        } else {
            parts.toasts()
                    .offer(
                            WORDS.get("import.done", first),
                            new Remedy(
                                    WORDS.get("model-detail.start"),
                                    () -> parts.start().open(first)));
        }
    }
}
