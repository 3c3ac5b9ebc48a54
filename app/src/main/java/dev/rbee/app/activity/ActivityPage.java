package dev.rbee.app.activity;

import dev.rbee.app.frame.Command;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.PageFace;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page of what happened: requests, the audit trail, logs. JavaFX thread only. */
public final class ActivityPage implements Page {
    private static final Words WORDS = Words.of(ActivityPage.class);

    /** How it stands in the navigation. */
    public static final PageFace FACE = new PageFace("activity", WORDS.get("activity"), Feather.ACTIVITY);

    private static final Duration EVERY = Duration.ofMillis(900);

    private final ActivityParts parts;
    private final LogsTab logs;
    private final List<Tab> tabs;
    private final List<ToggleButton> names;
    private final StackPane center = new StackPane();
    private final HBox actions = new HBox();
    private final VBox view = new VBox();
    private Tab open;
    /** The queen whose rows are shown. */
    private @Nullable String asked;

    private boolean front;
    private Instant ticked = Instant.EPOCH;

    /** Made of these. */
    public ActivityPage(ActivityParts parts) {
        this.parts = parts;
        logs = new LogsTab(parts);
        tabs = List.of(RequestsTab.of(parts), AuditTab.of(parts), logs);
        open = tabs.getFirst();
        ToggleGroup group = new ToggleGroup();
        names = tabs.stream().map(tab -> name(tab, group)).toList();
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        segments.getChildren().addAll(names);
        HBox head = new HBox(16, Ui.label(WORDS.get("activity"), "title"), segments, Ui.spacer(), actions);
        head.getStyleClass().add("page-head");
        VBox.setVgrow(center, Priority.ALWAYS);
        center.setMinHeight(0);
        view.getStyleClass().addAll("page", "activity");
        view.getChildren().addAll(head, center);
        place();
        parts.fleet().now().addListener((p, old, now) -> time(now));
        parts.fleet().view().addListener((p, old, now) -> fleet(old, now));
    }

    private void fleet(FleetView old, FleetView now) {
        boolean other = now.link() instanceof Link.Connected connected
                && !connected.url().equals(asked);
        if (now.link() instanceof Link.Connected connected) {
            asked = connected.url();
        }
        if (other) {
            tabs.forEach(Tab::forget);
        }
        if (front && (other || now.connected() != old.connected())) {
            open.front(now.connected());
        }
    }

    private ToggleButton name(Tab tab, ToggleGroup group) {
        ToggleButton name = new ToggleButton(tab.name());
        name.setId("tab-" + tab.key());
        name.setToggleGroup(group);
        name.setMinWidth(HBox.USE_PREF_SIZE);
        name.setOnAction(e -> to(tab));
        return name;
    }

    private void to(Tab tab) {
        Tab before = open;
        open = tab;
        place();
        if (front && !before.equals(tab)) {
            before.back();
            tab.front(connected());
        }
    }

    private void place() {
        center.getChildren().setAll(open.view());
        names.get(tabs.indexOf(open)).setSelected(true);
        Node action = open.action();
        if (action == null) {
            actions.getChildren().clear();
        } else {
            actions.getChildren().setAll(action);
        }
    }

    private boolean connected() {
        return parts.fleet().view().get().connected();
    }

    private void time(Instant now) {
        if (front && !now.isBefore(ticked.plus(EVERY)) && connected()) {
            ticked = now;
            open.tick();
        }
    }

    @Override
    public void reveal(String id) {
        Tab named =
                tabs.stream().filter(tab -> tab.key().equals(id)).findFirst().orElse(null);
        if (named != null) {
            to(named);
        } else if (id.startsWith("hive:") || id.startsWith("worker:")) {
            to(logs);
            logs.update();
            logs.only(id);
        }
    }

    @Override
    public List<Command> commands() {
        return tabs.stream()
                .map(tab -> new Command(
                        WORDS.get("activity"),
                        WORDS.get("command.open", tab.name()),
                        "",
                        icon(),
                        null,
                        () -> parts.navigator().reveal(key(), tab.key())))
                .toList();
    }

    @Override
    public PageFace face() {
        return FACE;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        front = true;
        open.front(connected());
    }

    @Override
    public void hidden() {
        front = false;
        open.back();
    }

    @Override
    public boolean find() {
        open.find();
        return true;
    }
}
