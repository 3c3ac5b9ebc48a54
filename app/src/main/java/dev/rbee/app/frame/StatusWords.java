package dev.rbee.app.frame;

import dev.rbee.app.catalog.TransferWords;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/** What the status bar says. Pure. */
final class StatusWords {
    private static final Words WORDS = Words.of(StatusWords.class);
    private static final String GAP = "  ·  ";

    private StatusWords() {}

    /** The state of a queen on this machine; {@code own} where this application runs her. */
    static Badge badge(Link link, boolean own) {
        return switch (link) {
            case Link.Starting starting -> new Badge(Tone.LOADING, Feather.LOADER, WORDS.get("queen.starting"));
            case Link.Connected connected ->
                new Badge(Tone.READY, Feather.CHECK_CIRCLE, WORDS.get(own ? "queen.here" : "queen.attached"));
            case Link.Away away ->
                away.stopped()
                        ? new Badge(Tone.OFFLINE, Feather.CLOUD_OFF, WORDS.get("queen.stopped"))
                        : new Badge(Tone.WARN, Feather.CLOUD_OFF, WORDS.get("queen.away"));
        };
    }

    /** {@code 1 hive · 2 workers · queue 0 · 112 tok/s}. */
    static String figures(FleetView view) {
        if (view.link() instanceof Link.Starting starting) {
            return starting.doing();
        }
        List<String> parts = new ArrayList<>();
        parts.add(WORDS.get("status.hives", view.hives().size()));
        parts.add(WORDS.get("status.workers", view.workers().size()));
        FleetStats stats = view.stats();
        if (stats != null && view.connected()) {
            parts.add(WORDS.get("status.queue", Integer.toString(stats.requestsWaiting())));
            double speed = stats.tokensPerSecond();
            parts.add(speed > 0 ? Units.speed(speed) : WORDS.get("status.no.tokens"));
        }
        return String.join(GAP, parts);
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
                return progress == null
                        ? WORDS.get("status.job", job.title())
                        : WORDS.get(
                                "status.job.share", job.title(), String.format(Locale.ROOT, "%.0f", progress * 100));
            }
        }
        return "";
    }
}
