package dev.rbee.app.settings.places;

import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.settings.Section;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where models, engines, chats, logs and the rest are kept, how much room they take, and how to get some back. */
public final class PlacesSection implements Section {
    private static final Words WORDS = Words.of(PlacesSection.class);

    private final PlaceParts parts;
    private final Label free = Ui.paragraph(WORDS.get("counting"), "secondary");
    private final VBox rows = new VBox();
    private final VBox view;

    /** Counts when it comes to the front. */
    public PlacesSection(PlaceParts parts) {
        this.parts = parts;
        rows.setId("places");
        rows.getStyleClass().addAll("card", "setting-card");
        Ui.shown(rows, false);
        Button again = Ui.iconButton(Feather.REFRESH_CW, WORDS.get("again"), this::count);
        HBox.setHgrow(free, Priority.ALWAYS);
        free.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, free, again);
        head.setAlignment(Pos.CENTER_LEFT);
        view = new VBox(16, head, rows);
    }

    private void count() {
        free.setText(WORDS.get("counting"));
        parts.background().run(() -> Places.of(parts.home(), parts.environment()), this::show, this::failed);
    }

    private void show(Places places) {
        long sum = places.all().stream().mapToLong(Place::bytes).sum();
        free.setText(WORDS.get("sum", Units.bytes(sum), Units.bytes(places.free())));
        rows.getChildren().setAll(places.all().stream().map(this::row).toList());
        Ui.shown(rows, true);
    }

    private Node row(Place place) {
        Label path = Ui.label(place.path().toString(), "mono", "secondary");
        path.setMinWidth(0);
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.setTooltip(Ui.tip(place.path().toString(), null));
        VBox words = new VBox(2, Ui.label(WORDS.get("place." + place.key()), "setting-title"), path);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label size = Ui.label(Units.bytes(place.bytes()), "figure");
        size.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(12, new FontIcon(icon(place.key())), words, size);
        switch (place.key()) {
            case "models" ->
                row.getChildren()
                        .add(Ui.button(
                                WORDS.get("models.go"),
                                null,
                                () -> parts.navigator().open("models")));
            case "chats" -> row.getChildren().add(chats());
            default -> {}
        }
        Path folder =
                Files.isDirectory(place.path()) ? place.path() : place.path().resolveSibling("");
        row.getChildren()
                .add(Ui.iconButton(
                        Feather.FOLDER,
                        WORDS.get("open", WORDS.get("place." + place.key())),
                        () -> parts.opener().accept(folder.toUri().toString())));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private Button chats() {
        Button delete = Ui.button(WORDS.get("chats.delete"), null, this::deleteChats);
        delete.setId("chats-delete");
        delete.setDisable(parts.chats().all().isEmpty());
        return delete;
    }

    private void deleteChats() {
        List<String> ids = parts.chats().all().stream().map(ChatInfo::id).toList();
        parts.dialogs()
                .confirm(
                        WORDS.get("chats.title"),
                        Ui.paragraph(WORDS.get("chats.words", ids.size())),
                        WORDS.get("chats.do"),
                        () -> {
                            Runnable undo = parts.chats().delete(ids);
                            parts.toasts().undo(WORDS.get("chats.deleted", ids.size()), undo);
                            count();
                        },
                        () -> {});
    }

    private static Feather icon(String key) {
        return switch (key) {
            case "models" -> Feather.BOX;
            case "engines" -> Feather.CPU;
            case "chats" -> Feather.MESSAGE_CIRCLE;
            case "logs" -> Feather.FILE_TEXT;
            case "database" -> Feather.DATABASE;
            default -> Feather.FOLDER;
        };
    }

    private void failed(Problem problem) {
        free.setText(problem.message());
        parts.presenter().toast(problem);
    }

    @Override
    public void shown() {
        count();
    }

    @Override
    public String key() {
        return "storage";
    }

    @Override
    public String name() {
        return WORDS.get("section");
    }

    @Override
    public Feather icon() {
        return Feather.HARD_DRIVE;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Find> finds() {
        return List.of("models", "engines", "chats", "logs", "database", "other").stream()
                .map(key -> new Find("place-" + key, WORDS.get("place." + key), WORDS.get("find")))
                .toList();
    }
}
