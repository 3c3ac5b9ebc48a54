package dev.rbee.app.tray;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;

/** The fleet in a line for the tray. Pure. */
public final class TrayFigures {
    private static final Words WORDS = Words.of(TrayFigures.class);

    private TrayFigures() {}

    /** {@code own}: whether the queen can be started and stopped here. */
    public static TrayWords of(FleetView view, boolean own) {
        String figures = switch (view.link()) {
            case Link.Starting _ -> WORDS.get("tray.starting");
            case Link.Away _ -> WORDS.get("tray.away");
            case Link.Connected _ ->
                WORDS.get(
                        "tray.figures",
                        view.hives().values().stream().filter(HiveInfo::online).count(),
                        view.workers().size());
        };
        String queen = !own || view.link() instanceof Link.Starting
                ? ""
                : WORDS.get(view.connected() ? "tray.stop" : "tray.start");
        return new TrayWords(WORDS.get("tray.tip", figures), figures, queen);
    }
}
