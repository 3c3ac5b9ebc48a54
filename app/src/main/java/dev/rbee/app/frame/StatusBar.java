package dev.rbee.app.frame;

import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the bottom: the queen with a menu of her own, figures of the fleet, the job that runs, the way to the palette. */
public final class StatusBar extends HBox {
    private static final Words WORDS = Words.of(StatusBar.class);

    private final FleetModel fleet;
    private final QueenSwitch queen;
    private final Pill state = new Pill();
    private final Label figures = Ui.label("", "figure");
    private final Button job;
    private final Button toggle;
    private Function<Link, Badge> badge;
    private Supplier<List<MenuItem>> menu;

    /** Follows the fleet; {@code palette} opens the palette. */
    public StatusBar(FleetModel fleet, QueenSwitch queen, Navigator navigator, Runnable palette) {
        this.fleet = fleet;
        this.queen = queen;
        badge = this::local;
        menu = () -> List.of(switchItem());
        getStyleClass().add("status-bar");
        state.setId("queen-state");
        Button link = Ui.button("", null, () -> {});
        link.setId("queen-menu");
        link.getStyleClass().addAll("quiet", "connection");
        HBox shown = new HBox(4, state, new FontIcon(Feather.CHEVRON_UP));
        shown.setAlignment(Pos.CENTER_LEFT);
        link.setGraphic(shown);
        link.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        link.setTooltip(new Tooltip(WORDS.get("status.connection")));
        link.accessibleTextProperty()
                .bind(state.textProperty().map(word -> WORDS.get("status.connection") + ": " + word));
        link.setOnAction(e -> open(link));
        figures.setId("status-figures");
        figures.setMinWidth(Region.USE_PREF_SIZE);
        job = Ui.button("", Feather.DOWNLOAD, () -> navigator.reveal("models", "downloads"));
        job.setId("status-job");
        job.getStyleClass().add("quiet");
        job.setMinWidth(0);
        job.setTextOverrun(OverrunStyle.ELLIPSIS);
        job.setTooltip(new Tooltip(""));
        toggle = Ui.button("", null, this::toggle);
        toggle.setId("queen-switch");
        toggle.getStyleClass().add("quiet");
        toggle.setTooltip(new Tooltip(WORDS.get("status.stop.tip")));
        Button find = Ui.button(Keys.PALETTE.getDisplayText(), Feather.SEARCH, palette);
        find.setId("palette-open");
        find.getStyleClass().add("quiet");
        find.setTooltip(Ui.tip(WORDS.get("palette.open"), Keys.PALETTE));
        find.setAccessibleText(WORDS.get("palette.open"));
        getChildren().addAll(link, figures, Ui.spacer(), job, toggle, find);
        fleet.view().addListener((p, old, now) -> update());
        update();
    }

    /** How the connection is shown and what its menu offers, asked each time it opens; {@link #update} when that changes. */
    public void connections(Function<Link, Badge> badge, Supplier<List<MenuItem>> menu) {
        this.badge = badge;
        this.menu = menu;
        update();
    }

    /** The state of a queen on this machine. */
    public Badge local(Link link) {
        return StatusWords.badge(link, queen.own());
    }

    /** A menu item that stops or starts the queen of this application. */
    public MenuItem switchItem() {
        MenuItem item = new MenuItem(switchWords());
        item.setDisable(!switchable());
        item.setOnAction(e -> toggle());
        return item;
    }

    private void open(Button link) {
        ContextMenu open = new ContextMenu();
        open.getItems().setAll(menu.get());
        open.show(link, Side.TOP, 0, 0);
    }

    private void toggle() {
        if (view().connected()) {
            queen.stop();
        } else {
            queen.start();
        }
    }

    private String switchWords() {
        return WORDS.get(view().connected() ? "status.stop" : "status.start");
    }

    private boolean switchable() {
        return queen.own() && !(view().link() instanceof Link.Starting);
    }

    private FleetView view() {
        return Objects.requireNonNull(fleet.view().get());
    }

    /** Says anew what stands there. */
    public void update() {
        FleetView view = view();
        state.show(badge.apply(view.link()));
        toggle.setText(switchWords());
        Ui.shown(toggle, switchable());
        figures.setText(StatusWords.figures(view));
        String doing = StatusWords.job(view);
        job.setText(doing);
        job.getTooltip().setText(doing);
        Ui.shown(job, !doing.isEmpty());
    }
}
