package dev.rbee.app.workers;

import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.words.Words;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import org.kordamp.ikonli.feather.Feather;

/** Workers in words and colours. Pure. */
public final class WorkerWords {
    private static final Words WORDS = Words.of(WorkerWords.class);

    private WorkerWords() {}

    /** The pill of a state. */
    public static Badge badge(WorkerState state) {
        return switch (state) {
            case LOADING -> new Badge(Tone.LOADING, Feather.DOWNLOAD, WORDS.get("state.loading"));
            case IDLE -> new Badge(Tone.READY, Feather.CHECK, WORDS.get("state.ready"));
            case BUSY -> new Badge(Tone.BUSY, Feather.ACTIVITY, WORDS.get("state.busy"));
            case DRAINING -> new Badge(Tone.WARN, Feather.LOG_OUT, WORDS.get("state.draining"));
            case SUSPECT -> new Badge(Tone.WARN, Feather.ALERT_TRIANGLE, WORDS.get("state.suspect"));
            case OFFLINE -> new Badge(Tone.OFFLINE, Feather.SLASH, WORDS.get("state.offline"));
        };
    }

    /** {@code cpu}, {@code cuda GPU-0}. */
    public static String device(WorkerInfo worker) {
        String backend = worker.backend();
        var device = worker.device();
        return device == null || device.name().equalsIgnoreCase(backend) ? backend : backend + " " + device.name();
    }

    /** Whether it is a model of a server of others, which is not ours to stop. */
    public static boolean attached(WorkerInfo worker) {
        return "attached".equals(worker.implementation());
    }

    /** Whether a chat can go there now. */
    public static boolean chats(WorkerInfo worker) {
        return worker.chat()
                && switch (worker.state()) {
                    case IDLE, BUSY, SUSPECT -> worker.online();
                    case LOADING, DRAINING, OFFLINE -> false;
                };
    }
}
