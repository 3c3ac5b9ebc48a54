package dev.rbee.app.chat;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.workers.WorkerWords;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses a model or one worker, with their states. JavaFX thread only. */
final class TargetPicker extends MenuButton {
    private static final int MOST = 20;
    private static final int FEW = 50;

    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(new Choice.Auto());
    private FleetView view;

    TargetPicker(FleetView view) {
        this.view = view;
        setId("target-picker");
        setGraphic(new FontIcon(Feather.CPU));
        setAccessibleText("Model or worker for this chat");
        setTooltip(Ui.tip("With which model or worker to chat", null));
        setOnShowing(e -> getItems().setAll(items()));
        choose(choice.get());
    }

    /** What is chosen. */
    ReadOnlyObjectProperty<Choice> choice() {
        return choice.getReadOnlyProperty();
    }

    /** Chooses. */
    void choose(Choice chosen) {
        choice.set(chosen);
        label();
        getItems().setAll(items());
    }

    /** The fleet changed. An open menu stays as it is, so that nothing moves under the pointer. */
    void show(FleetView now) {
        view = now;
        label();
        if (!isShowing() && now.workers().size() <= FEW) {
            getItems().setAll(items()); // of many only when it opens: nobody reads them before
        }
    }

    private void label() {
        String words = choice.get().words();
        if (choice.get() instanceof Choice.Auto auto) {
            words = Destination.best(auto, view.workers().values())
                    .map(worker -> "Auto · " + worker.modelRef())
                    .orElse("Auto");
        }
        if (!words.equals(getText())) {
            setText(words);
        }
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item(Ui.label("Auto: whichever worker is free"), new Choice.Auto()));
        TreeMap<String, Integer> models = new TreeMap<>();
        for (WorkerInfo worker : view.workers().values()) {
            if (worker.chat()) {
                models.merge(worker.modelRef(), WorkerWords.chats(worker) ? 1 : 0, Integer::sum);
            }
        }
        if (!models.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.add(heading("Models"));
            models.forEach((name, ready) -> items.add(item(
                    Ui.label(name + "  ·  " + Units.count(ready, "worker ready", "workers ready")),
                    new Choice.Model(name))));
            items.add(new SeparatorMenuItem());
            items.add(heading("One worker"));
            view.workers().values().stream()
                    .filter(WorkerInfo::chat)
                    .forEach(
                            worker -> items.add(item(line(worker), new Choice.Worker(worker.id(), worker.modelRef()))));
        }
        List<String> startable = view.connected() ? Waits.startable(view) : List.of();
        if (!startable.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.add(heading("Installed: starts with your first words"));
            startable.stream().limit(MOST).forEach(name -> items.add(item(Ui.label(name), new Choice.Model(name))));
            if (startable.size() > MOST) {
                items.add(heading((startable.size() - MOST) + " more on the Models page"));
            }
        }
        return items;
    }

    private static Node line(WorkerInfo worker) {
        String speed = worker.tokensPerSecond() == null ? "" : "  ·  " + Units.speed(worker.tokensPerSecond());
        HBox line = new HBox(
                8,
                new Pill(WorkerWords.badge(worker.state())),
                Ui.label(worker.modelRef() + "  ·  " + worker.nodeName() + speed));
        line.getStyleClass().add("chat-bar");
        return line;
    }

    private MenuItem item(Node content, Choice what) {
        MenuItem item = new MenuItem();
        item.setGraphic(content);
        item.setOnAction(e -> choose(what));
        return item;
    }

    private static MenuItem heading(String text) {
        CustomMenuItem item = new CustomMenuItem(Ui.label(text, "secondary"), false);
        item.setDisable(true);
        return item;
    }
}
