package dev.rbee.app.frame;

import dev.rbee.app.catalog.TransferWords;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The line at the bottom: the queen, figures of the fleet, the job that runs. */
public final class StatusBar extends HBox {
    private final FleetModel fleet;
    private final QueenSwitch queen;
    private final Pill state = new Pill();
    private final Label figures = Ui.label("", "figure");
    private final Label job = Ui.label("");
    private final Button toggle;

    /** Follows the fleet. */
    public StatusBar(FleetModel fleet, QueenSwitch queen) {
        this.fleet = fleet;
        this.queen = queen;
        getStyleClass().add("status-bar");
        state.setId("queen-state");
        figures.setId("status-figures");
        toggle = Ui.button("Stop queen", null, this::toggle);
        toggle.setId("queen-switch");
        toggle.getStyleClass().add("quiet");
        toggle.setTooltip(new Tooltip("Hives and workers go on; chats then go straight to a worker"));
        job.setId("status-job");
        job.setTextOverrun(OverrunStyle.ELLIPSIS);
        getChildren().addAll(state, figures, Ui.spacer(), job, toggle);
        fleet.view().addListener((p, old, now) -> update());
        update();
    }

    private void toggle() {
        if (fleet.view().get().connected()) {
            queen.stop();
        } else {
            queen.start();
        }
    }

    private void update() {
        FleetView view = fleet.view().get();
        switch (view.link()) {
            case Link.Starting starting -> state.show(new Badge(Tone.LOADING, Feather.LOADER, "starting"));
            case Link.Connected connected ->
                state.show(new Badge(
                        Tone.READY, Feather.CHECK_CIRCLE, queen.own() ? "queen on this machine" : "queen attached"));
            case Link.Away away ->
                state.show(new Badge(
                        away.stopped() ? Tone.OFFLINE : Tone.WARN,
                        Feather.CLOUD_OFF,
                        away.stopped() ? "queen stopped" : "queen away"));
        }
        toggle.setText(view.connected() ? "Stop queen" : "Start queen");
        Ui.shown(toggle, queen.own() && !(view.link() instanceof Link.Starting));
        figures.setText(figures(view));
        job.setText(job(view));
    }

    /** {@code 1 hive · 2 workers · queue 0 · 112 tok/s}. */
    static String figures(FleetView view) {
        if (view.link() instanceof Link.Starting starting) {
            return starting.doing();
        }
        List<String> parts = new ArrayList<>();
        parts.add(Units.count(view.hives().size(), "hive", "hives"));
        parts.add(Units.count(view.workers().size(), "worker", "workers"));
        FleetStats stats = view.stats();
        if (stats != null && view.connected()) {
            parts.add("queue " + stats.requestsWaiting());
            parts.add(String.format(Locale.ROOT, "%.0f tok/s", stats.tokensPerSecond()));
        }
        return String.join("  ·  ", parts);
    }

    /** Downloads first, all of them together; else the first job that runs. */
    static String job(FleetView view) {
        String moving = TransferWords.summary(view.jobs().values());
        if (!moving.isEmpty()) {
            return moving;
        }
        for (JobInfo job : view.jobs().values()) {
            if (job.state() == JobState.RUNNING && !TransferWords.paused(job)) {
                Double progress = job.progress();
                return job.title() + (progress == null ? "…" : String.format(Locale.ROOT, " %.0f %%", progress * 100));
            }
        }
        return "";
    }
}
