package dev.rbee.app.chat;

import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.markdown.SelectableText;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the person said, with the files that went along; can be changed and sent anew. */
final class SaidView extends Turn {
    private static final Words WORDS = Words.of(SaidView.class);

    private final Message said;
    private final TurnActions actions;
    private @Nullable SelectableText text;

    SaidView(Message said, TurnActions actions) {
        this.said = said;
        this.actions = actions;
        getStyleClass().add("said-turn");
        show();
    }

    @Override
    void dispose() {}

    @Override
    boolean find(String words, boolean forward, boolean anew) {
        return text != null && text.find(words, forward, anew);
    }

    @Override
    void unselect() {
        if (text != null) {
            text.unselect();
        }
    }

    private void show() {
        SelectableText words = new SelectableText(said.text().get(), "said-text");
        text = words;
        VBox inside = new VBox(8);
        if (!said.files().isEmpty()) {
            ChipRows files = new ChipRows();
            said.files().forEach(file -> files.getChildren().add(chip(file)));
            inside.getChildren().add(files);
        }
        if (!said.text().get().isEmpty()) {
            inside.getChildren().add(words);
        }
        HBox bubble = new HBox(inside);
        bubble.getStyleClass().add("said");
        bubble.setMaxWidth(620);
        HBox.setHgrow(inside, Priority.ALWAYS);
        HBox line = new HBox(Ui.spacer(), bubble);
        line.setAlignment(Pos.CENTER_RIGHT);
        Button edit = Ui.iconButton(Feather.EDIT_2, WORDS.get("message.edit"), this::edit);
        edit.setId("said-edit");
        Switcher switcher = new Switcher(actions, said);
        HBox foot = new HBox(
                Ui.spacer(),
                Ui.label(actions.habits().moments().of(said.at()), "when"),
                switcher,
                edit,
                Ui.copyButton(WORDS.get("message.copy"), () -> said.text().get()),
                menu());
        foot.getStyleClass().addAll("turn-foot", "said-foot");
        getChildren().setAll(line, foot);
    }

    private static FileChip chip(Attachment file) {
        String text = file.text().length() > 600 ? file.text().substring(0, 600) + "…" : file.text();
        return new FileChip(file, file.name() + "\n\n" + text);
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));
        menu.getStyleClass().addAll("quiet", "no-arrow");
        menu.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        menu.setAccessibleText(WORDS.get("message.more"));
        menu.setTooltip(Ui.tip(WORDS.get("message.more"), null));
        menu.getItems()
                .setAll(
                        AnswerFoot.item("message.fork", () -> actions.fork(said)),
                        AnswerFoot.item("message.delete", () -> actions.delete(said)));
        return menu;
    }

    /** Changes it where it stands. */
    void edit() {
        if (!actions.busy()) {
            getChildren()
                    .setAll(new EditBox(
                            said.text().get(),
                            actions.habits(),
                            text -> {
                                show();
                                actions.edit(said, text);
                            },
                            this::show));
        }
    }
}
