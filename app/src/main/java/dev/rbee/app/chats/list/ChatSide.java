package dev.rbee.app.chats.list;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.frame.Command;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.LatestFeed;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The conversations beside the chat: search, groups, folders, a new one. JavaFX thread only; nothing blocks. */
public final class ChatSide {
    private static final Words WORDS = Words.of(ChatSide.class);
    private static final String FOLDED = "chat.folded";

    private final Chats chats;
    private final AppState state;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Exports exports;
    private final Finder finder;
    private final SideView list;
    private final TextField search = new TextField();
    private final StackPane middle = new StackPane();
    private final VBox below;
    private final VBox node;
    private LocalDate today;

    /** {@code zone} is where days begin. */
    public ChatSide(Chats chats, Toasts toasts, AppState state, InstantSource clock, ZoneId zone, Exports exports) {
        this.chats = chats;
        this.state = state;
        this.clock = clock;
        this.zone = zone;
        this.exports = exports;
        today = LocalDate.ofInstant(clock.instant(), zone);
        finder = new Finder(chats, this::rebuild);
        list = new SideView(chats, toasts, exports, this::fold);
        list.view().setAccessibleText(WORDS.get("list.name"));
        search.setId("chat-search");
        search.setPromptText(WORDS.get("search.prompt"));
        search.setAccessibleText(WORDS.get("search.prompt"));
        search.setTooltip(Ui.tip(
                WORDS.get("search.prompt"),
                new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)));
        search.textProperty().addListener((p, old, now) -> finder.look(now));
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox top = new HBox(4, search, more());
        top.setAlignment(Pos.CENTER_LEFT);
        Button fresh = Ui.button(WORDS.get("new.chat"), Feather.PLUS, chats::fresh);
        fresh.setId("new-chat");
        fresh.setMaxWidth(Double.MAX_VALUE);
        fresh.setTooltip(
                Ui.tip(WORDS.get("new.chat"), new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN)));
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        below = new VBox();
        node = new VBox(top, middle, below, exports.going(), fresh);
        node.getStyleClass().add("conversations");
        InvalidationListener rebuild = o -> rebuild();
        LatestFeed<Boolean> soon = new LatestFeed<>(FxThread.LATER, changed -> rebuild());
        chats.all().addListener((InvalidationListener) o -> soon.offer(true));
        chats.folders().all().addListener(rebuild);
        chats.ready().addListener(rebuild);
        chats.trouble().addListener((p, old, now) -> trouble(now));
        trouble(chats.trouble().get());
        chats.notice().addListener((p, old, now) -> exports.notice(now));
        if (!chats.notice().get().isEmpty()) {
            exports.notice(chats.notice().get());
        }
        Drops.on(node, exports);
        chats.open().addListener((p, old, now) -> list.mark(now.id()));
        chats.answering()
                .addListener((SetChangeListener<String>) change -> list.view().refresh());
        rebuild();
    }

    private void trouble(@Nullable Problem now) {
        below.getChildren().clear();
        if (now != null) {
            below.getChildren().add(exports.trouble(now));
        }
    }

    private MenuButton more() {
        MenuButton menu = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));
        menu.setId("chats-more");
        menu.getStyleClass().addAll("quiet", "no-arrow");
        menu.setAccessibleText(WORDS.get("more"));
        menu.setTooltip(Ui.tip(WORDS.get("more"), null));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems()
                .addAll(
                        RowMenu.item("new.temporary", Feather.EYE_OFF, null, chats::temporary),
                        RowMenu.item("new.folder.menu", Feather.FOLDER_PLUS, null, this::newFolder),
                        RowMenu.item("import", Feather.UPLOAD, null, exports::imports),
                        RowMenu.item("export.all", Feather.DOWNLOAD, null, exports::all));
        return menu;
    }

    /** What stands beside the chat. */
    public Node node() {
        return node;
    }

    /** Goes to the search. */
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    /** Chats from files and to them, for other pages. */
    public Exports exports() {
        return exports;
    }

    /** Called each second: at midnight the groups change. */
    public void tick() {
        LocalDate now = LocalDate.ofInstant(clock.instant(), zone);
        if (!now.equals(today)) {
            today = now;
            rebuild();
        }
    }

    /** What can be done here, for the palette. */
    public List<Command> commands() {
        String group = WORDS.get("list.name");
        List<Command> all = new ArrayList<>();
        all.add(new Command(group, WORDS.get("new.temporary"), "", Feather.EYE_OFF, null, chats::temporary));
        all.add(new Command(group, WORDS.get("new.folder.menu"), "", Feather.FOLDER_PLUS, null, this::newFolder));
        all.add(new Command(group, WORDS.get("import"), "", Feather.UPLOAD, null, exports::imports));
        all.add(new Command(group, WORDS.get("export.all"), "", Feather.DOWNLOAD, null, exports::all));
        String open = WORDS.get("command.open");
        chats.all()
                .forEach(each -> all.add(new Command(
                        group, open, each.title(), Feather.MESSAGE_SQUARE, null, () -> chats.open(each.id()))));
        return all;
    }

    private void newFolder() {
        search.clear();
        list.deeds().newFolder(List.of());
    }

    private void fold(Row.Head head, boolean folded) {
        Set<String> keys = new LinkedHashSet<>(state.list(FOLDED));
        if (folded ? keys.add(head.key()) : keys.remove(head.key())) {
            state.put(FOLDED, List.copyOf(keys));
            rebuild();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            list.enter();
            event.consume();
        }
    }

    private void rebuild() {
        boolean looking = !finder.query().isEmpty();
        List<Row> rows = looking
                ? finder.rows()
                : new Grouping(today, zone).rows(chats.all(), chats.folders().all(), Set.copyOf(state.list(FOLDED)));
        list.show(rows, !looking);
        if (!looking && list.selected().isEmpty()) {
            list.mark(chats.open().get().id());
        }
        if (rows.isEmpty()) {
            middle.getChildren().setAll(nothing(looking));
        } else if (!middle.getChildren().contains(list.view())) {
            middle.getChildren().setAll(list.view());
        }
    }

    private Node nothing(boolean looking) {
        if (!looking) {
            return chats.ready().get()
                    ? new EmptyState(
                            Feather.MESSAGE_SQUARE, WORDS.get("list.empty"), WORDS.get("list.empty.words"), null)
                    : Ui.label(WORDS.get("list.reading"), "secondary");
        }
        if (finder.going()) {
            return Ui.label(WORDS.get("search.going"), "secondary");
        }
        return new EmptyState(
                Feather.SEARCH,
                WORDS.get("search.none", finder.query()),
                "",
                Ui.button(WORDS.get("search.clear"), Feather.X, search::clear));
    }
}
