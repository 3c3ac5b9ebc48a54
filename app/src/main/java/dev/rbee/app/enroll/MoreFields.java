package dev.rbee.app.enroll;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What most people leave as it is: folder, machines to go through, building from source. Folded up at first. */
final class MoreFields extends VBox {
    private static final Words WORDS = Words.of(MoreFields.class);

    private final TextField folder = field("enroll-folder", "~/.rbee-node");
    private final TextField jump = field("enroll-jump", "user@gateway:22");
    private final TextField git = field("enroll-git", "https://example.org/rbee.git");
    private final TextField branch = field("enroll-branch", "main");

    MoreFields() {
        super(8);
        GridPane grid = grid();
        grid.addRow(0, named(WORDS.get("folder.there"), folder), folder);
        grid.addRow(1, named(WORDS.get("go.through"), jump), jump);
        grid.addRow(2, named(WORDS.get("build.from.git"), git), git);
        grid.addRow(3, named(WORDS.get("branch"), branch), branch);
        Ui.shown(grid, false);
        FontIcon mark = new FontIcon(Feather.CHEVRON_RIGHT);
        Button more = new Button(WORDS.get("more.options"), mark);
        more.setId("enroll-more");
        more.getStyleClass().addAll("quiet", "fold");
        more.setOnAction(e -> {
            Ui.shown(grid, !grid.isVisible());
            mark.setIconCode(grid.isVisible() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        });
        branch.disableProperty().bind(git.textProperty().isEmpty());
        getChildren().addAll(more, grid);
    }

    /** Names on the left, fields that take the room. */
    static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("dialog-form");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(112);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, fields);
        return grid;
    }

    static Label named(String name, Node field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    @Nullable
    String folder() {
        return Drafts.given(folder.getText());
    }

    @Nullable
    String jump() {
        return Drafts.given(jump.getText());
    }

    @Nullable
    String git() {
        return Drafts.given(git.getText());
    }

    @Nullable
    String branch() {
        return git() == null ? null : Drafts.given(branch.getText());
    }
}
