package dev.rbee.app.frame;

import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says above the page that the queen is away, how old the picture is, and offers the one remedy. */
public final class AwayBanner extends HBox {
    private static final Words WORDS = Words.of(AwayBanner.class);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final FleetModel fleet;
    private final QueenSwitch queen;
    private final ZoneId zone;
    private final Tooltip tip = new Tooltip();
    private final Label words = Ui.label("");
    private final Button remedy;

    /** Shown only while the queen is away; {@code zone} for the time since when. */
    public AwayBanner(FleetModel fleet, QueenSwitch queen, ZoneId zone) {
        this.fleet = fleet;
        this.queen = queen;
        this.zone = zone;
        getStyleClass().add("banner");
        setId("away-banner");
        remedy = Ui.button(WORDS.get("start.the.queen"), null, queen::start);
        words.setMinWidth(0);
        words.setTooltip(tip);
        getChildren().addAll(new FontIcon(Feather.CLOUD_OFF), words, Ui.spacer(), remedy);
        VBox.setMargin(this, new Insets(12, 24, 0, 24));
        fleet.view().addListener((p, old, now) -> update());
        fleet.now().addListener((p, old, now) -> update());
        update();
    }

    private void update() {
        FleetView view = fleet.view().get();
        Ui.shown(this, view.link() instanceof Link.Away);
        if (view.link() instanceof Link.Away away) {
            words.setText(say(view, away, queen.where(), zone, fleet.now().get()));
            tip.setText(words.getText() + "\n" + away.problem().message());
            remedy.setText(away.stopped() ? WORDS.get("start.the.queen") : WORDS.get("try.now"));
        }
    }

    /** Which queen is away, since when, what is shown meanwhile, when she is tried again. Pure. */
    static String say(FleetView view, Link.Away away, String where, ZoneId zone, Instant now) {
        String since = CLOCK.format(away.since().atZone(zone));
        String what = away.stopped()
                ? WORDS.get("the.queen.is.stopped", since)
                : where.isEmpty() ? WORDS.get("silent.here", since) : WORDS.get("silent.there", where, since);
        String shown = view.registry()
                ? WORDS.get("registry.shown", Units.ago(away.since(), now))
                : WORDS.get("what.you.see.is.from", Units.ago(away.since(), now));
        Instant next = away.nextTry();
        String retry = next == null
                ? ""
                : WORDS.get(
                        "next.try.in.s",
                        String.valueOf(Math.max(0, Duration.between(now, next).toSeconds())));
        return what + shown + retry;
    }
}
