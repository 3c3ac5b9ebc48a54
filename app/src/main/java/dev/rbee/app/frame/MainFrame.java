package dev.rbee.app.frame;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window's content: navigation, the open page, what is wrong above it, status bar; and the keyboard. */
public final class MainFrame extends BorderPane implements Navigator {
    private static final double NARROW = 1000;

    private final List<Page> pages;
    private final Rail rail;
    private final StackPane center = new StackPane();
    private final Toasts toasts;
    private int open = -1;

    /** {@code banner} stands above the page, {@code status} at the bottom. */
    public MainFrame(List<Page> pages, AwayBanner banner, StatusBar status, Toasts toasts) {
        this.pages = List.copyOf(pages);
        rail = new Rail(this.pages, this::open);
        setLeft(rail);
        this.toasts = toasts;
        StackPane.setAlignment(toasts, Pos.BOTTOM_LEFT);
        StackPane.setMargin(toasts, new Insets(24));
        StackPane stage = new StackPane(center, toasts);
        VBox.setVgrow(stage, Priority.ALWAYS);
        setCenter(new VBox(banner, stage));
        setBottom(status);
        widthProperty().addListener((p, old, now) -> rail.narrow(now.doubleValue() < NARROW));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void open(int index) {
        if (index != open) {
            if (open >= 0) {
                pages.get(open).hidden();
            }
            open = index;
            center.getChildren().setAll(pages.get(index).view());
            pages.get(index).shown();
        }
        rail.select(index);
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
        if (open < 0) {
            return;
        }
        Page page = pages.get(open);
        boolean done = switch (event.getCode()) {
            case ESCAPE -> page.escape();
            case N -> event.isShortcutDown() && fresh(page);
            case Z -> event.isShortcutDown() && !event.isShiftDown() && !writing() && toasts.takeBack();
            case F -> event.isShortcutDown() && page.find();
            default -> event.isShortcutDown() && digit(event.getCode());
        };
        if (done) {
            event.consume();
        }
    }

    private boolean writing() {
        return getScene() != null && getScene().getFocusOwner() instanceof TextInputControl text && text.isEditable();
    }

    private boolean fresh(Page page) {
        if (page.fresh()) {
            return true;
        }
        int chat = index("chat");
        open(chat);
        return pages.get(chat).fresh();
    }

    private boolean digit(KeyCode code) {
        int index = code.isDigitKey() && code.getName().length() == 1
                ? code.getName().charAt(0) - '1'
                : -1;
        if (index < 0 || index >= pages.size()) {
            return false;
        }
        open(index);
        return true;
    }
}
