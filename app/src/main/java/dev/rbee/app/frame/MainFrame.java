package dev.rbee.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The window's content: navigation, the open page, what is wrong above it, status bar; and the keyboard. */
public final class MainFrame extends StackPane implements Navigator {
    /** Below these only icons fit into the navigation, px. */
    private static final double NARROW = 1000;

    private static final double LOW = 580;

    private final List<Page> pages;
    private final Rail rail;
    private final StackPane center = new StackPane();
    private final Toasts toasts;
    private final VBox middle;
    private final BorderPane body = new BorderPane();
    private Supplier<List<Command>> own = List::of;
    private Supplier<List<Command>> hidden = List::of;
    private Consumer<String> opened = key -> {};
    private int open = -1;

    /** {@code banner} stands above the page, {@code status} at the bottom. */
    public MainFrame(List<Page> pages, AwayBanner banner, StatusBar status, Toasts toasts) {
        this.pages = List.copyOf(pages);
        rail = new Rail(this.pages, this::open);
        body.setLeft(rail);
        this.toasts = toasts;
        StackPane.setAlignment(toasts, Pos.BOTTOM_LEFT);
        StackPane.setMargin(toasts, new Insets(24));
        StackPane stage = new StackPane(center, toasts);
        stage.setMinHeight(0); // a page that is higher than its room must not push the status bar out of the window
        VBox.setVgrow(stage, Priority.ALWAYS);
        middle = new VBox(banner, stage);
        body.setCenter(middle);
        body.setBottom(status);
        getChildren().add(body);
        setAlignment(Pos.TOP_LEFT);
        InvalidationListener size = property -> rail.narrow(getWidth() < NARROW || getHeight() < LOW);
        widthProperty().addListener(size);
        heightProperty().addListener(size);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** What can be done everywhere: {@code own} stands in the palette, {@code hidden} has a key only. */
    public void everywhere(Supplier<List<Command>> own, Supplier<List<Command>> hidden) {
        this.own = own;
        this.hidden = hidden;
    }

    /** Tells which page comes to the front. */
    public void onOpen(Consumer<String> told) {
        opened = told;
    }

    /** Lies over everything while it is visible, and has the keyboard to itself. */
    public void over(Node overlay) {
        getChildren().add(overlay);
    }

    /** Stands at the top, over the whole width. */
    public void top(Node line) {
        body.setTop(line);
    }

    /** Stands above the page, below what else was put there. */
    public void above(Node line) {
        middle.getChildren().add(middle.getChildren().size() - 1, line);
    }

    /** Everything that can be done now, the open page's first. */
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        if (open >= 0) {
            all.addAll(pages.get(open).commands());
        }
        all.addAll(own.get());
        for (int i = 0; i < pages.size(); i++) {
            if (i != open) {
                all.addAll(pages.get(i).commands());
            }
        }
        return all;
    }

    private void open(int index) {
        if (index != open) {
            if (open >= 0) {
                pages.get(open).hidden();
            }
            open = index;
            center.getChildren().setAll(pages.get(index).view());
            nameTables(pages.get(index));
            raiseToasts(pages.get(index).foot());
            pages.get(index).shown();
            opened.accept(pages.get(index).key());
        }
        rail.select(index);
    }

    /** Messages stand over what is at the page's lower edge, however high that grows. */
    private void raiseToasts(@Nullable Region foot) {
        toasts.translateYProperty().unbind();
        if (foot == null) {
            toasts.setTranslateY(0);
        } else {
            toasts.translateYProperty().bind(foot.heightProperty().negate());
        }
    }

    /** A table that has no name of its own is called like its page, for those who hear it. */
    private static void nameTables(Page page) {
        for (Node table : page.view().lookupAll(".table-view")) {
            if (table.getAccessibleText() == null) {
                table.setAccessibleText(page.name());
            }
        }
    }

    @Override
    public void open(String key) {
        open(index(key));
    }

    @Override
    public void reveal(String key, String id) {
        int index = index(key);
        open(index);
        pages.get(index).reveal(id);
    }

    @Override
    public boolean at(String key) {
        return open >= 0 && pages.get(open).key().equals(key);
    }

    private int index(String key) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no page " + key);
    }

    private void key(KeyEvent event) {
        if (open < 0 || covered()) {
            return;
        }
        int before = open;
        Page page = pages.get(open);
        boolean done = event.getCode() == KeyCode.ESCAPE
                ? page.escape()
                : (Keys.FRESH.match(event) && fresh(page))
                        || (Keys.FIND.match(event) && page.find())
                        || (Keys.UNDO.match(event) && !undoes() && toasts.takeBack())
                        || run(event, page);
        if (done) {
            event.consume();
            if (open != before) {
                enter(pages.get(open).view());
            }
        }
    }

    /** Gives the page the keyboard, at its table or else its first control, unless it has it. */
    private void enter(Node page) {
        for (Node owner = getScene().getFocusOwner(); owner != null; owner = owner.getParent()) {
            if (owner.equals(page)) {
                return;
            }
        }
        page.lookupAll(".table-view").stream()
                .flatMap(table -> DialogFocus.first(table).stream())
                .findFirst()
                .or(() -> DialogFocus.first(page))
                .ifPresent(Node::requestFocus);
    }

    private boolean covered() {
        return getChildren().stream().skip(1).anyMatch(Node::isVisible);
    }

    /** Does the command of these keys: of the open page, else of the window. */
    private boolean run(KeyEvent event, Page page) {
        if (!Keys.commands(event)) {
            return false;
        }
        return Stream.of(page.commands(), own.get(), hidden.get())
                .flatMap(List::stream)
                .filter(command -> command.keys() != null && command.keys().match(event))
                .findFirst()
                .map(command -> {
                    command.act().run();
                    return true;
                })
                .orElse(false);
    }

    /** Whether the focus is in a text with something of its own to take back. */
    private boolean undoes() {
        return getScene() != null
                && getScene().getFocusOwner() instanceof TextInputControl text
                && text.isEditable()
                && text.isUndoable();
    }

    private boolean fresh(Page page) {
        if (page.fresh()) {
            return true;
        }
        int chat = index("chat");
        open(chat);
        return pages.get(chat).fresh();
    }
}
