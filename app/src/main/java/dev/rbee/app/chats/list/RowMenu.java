package dev.rbee.app.chats.list;

import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Folder;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menus of rows. */
final class RowMenu {
    static final KeyCombination RENAME = new KeyCodeCombination(KeyCode.F2);
    static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);

    private static final Words WORDS = Words.of(RowMenu.class);

    private final Deeds deeds;
    private final Exports exports;

    RowMenu(Deeds deeds, Exports exports) {
        this.deeds = deeds;
        this.exports = exports;
    }

    /** Of a folder. */
    ContextMenu of(Folder folder) {
        return new ContextMenu(
                item("menu.rename", Feather.EDIT_2, RENAME, () -> deeds.rename(folder)),
                item("menu.folder.delete", Feather.TRASH_2, DELETE, () -> deeds.delete(folder)));
    }

    /** Of one chat or several. */
    ContextMenu of(List<ChatInfo> some) {
        ContextMenu menu = new ContextMenu();
        ChatInfo first = some.getFirst();
        boolean one = some.size() == 1;
        if (one) {
            menu.getItems().add(item("menu.rename", Feather.EDIT_2, RENAME, () -> deeds.rename(first)));
        }
        boolean pinned = some.stream().allMatch(ChatInfo::pinned);
        menu.getItems()
                .add(item(pinned ? "menu.unpin" : "menu.pin", Feather.BOOKMARK, null, () -> deeds.pin(some, !pinned)));
        menu.getItems().add(move(some));
        if (one) {
            menu.getItems().add(item("menu.duplicate", Feather.COPY, null, () -> deeds.duplicate(first)));
        }
        menu.getItems().add(export(some));
        menu.getItems().add(new SeparatorMenuItem());
        MenuItem delete = item("menu.delete", Feather.TRASH_2, DELETE, () -> deeds.delete(some));
        if (!one) {
            delete.setText(WORDS.get("menu.delete.many", some.size()));
        }
        menu.getItems().add(delete);
        return menu;
    }

    private Menu export(List<ChatInfo> some) {
        List<String> ids = some.stream().map(ChatInfo::id).toList();
        Menu menu = new Menu(WORDS.get("menu.export"), new FontIcon(Feather.DOWNLOAD));
        menu.getItems()
                .addAll(
                        item("menu.export.markdown", Feather.FILE_TEXT, null, () -> exports.markdown(ids)),
                        item("menu.export.json", Feather.CODE, null, () -> exports.json(ids)));
        return menu;
    }

    private Menu move(List<ChatInfo> some) {
        List<String> ids = some.stream().map(ChatInfo::id).toList();
        Menu menu = new Menu(WORDS.get("menu.move"), new FontIcon(Feather.FOLDER));
        MenuItem none = item("menu.move.none", Feather.X, null, () -> deeds.move(ids, null));
        none.setDisable(some.stream().allMatch(each -> each.folder() == null));
        menu.getItems().add(none);
        for (Folder folder : deeds.folders()) {
            MenuItem into = new MenuItem(folder.name(), new FontIcon(Feather.FOLDER));
            into.setMnemonicParsing(false);
            into.setDisable(some.stream().allMatch(each -> Objects.equals(each.folder(), folder.id())));
            into.setOnAction(e -> deeds.move(ids, folder.id()));
            menu.getItems().add(into);
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().add(item("menu.move.new", Feather.FOLDER_PLUS, null, () -> deeds.newFolder(ids)));
        return menu;
    }

    static MenuItem item(String key, Feather icon, @Nullable KeyCombination keys, Runnable act) {
        MenuItem item = new MenuItem(WORDS.get(key), new FontIcon(icon));
        item.setAccelerator(keys);
        item.setOnAction(e -> act.run());
        return item;
    }
}
