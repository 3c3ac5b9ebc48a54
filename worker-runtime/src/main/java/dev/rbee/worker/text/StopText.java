package dev.rbee.worker.text;

import java.util.List;

/**
 * Finds stop texts in a stream of pieces, also where they are split over several, and holds back what may yet become one.
 * One thread.
 */
public final class StopText {
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean found;

    /** Looks for these; the earliest wins. */
    public StopText(List<String> stops) {
        this.stops = List.copyOf(stops);
    }

    /** Takes a piece; returns what may go out now, nothing of a stop text ever. */
    public String feed(String piece) {
        if (found || stops.isEmpty()) {
            return found ? "" : piece;
        }
        held.append(piece);
        int at = earliest();
        if (at >= 0) {
            found = true;
            String out = held.substring(0, at);
            held.setLength(0);
            return out;
        }
        int keep = heldBack();
        String out = held.substring(0, held.length() - keep);
        held.delete(0, held.length() - keep);
        return out;
    }

    /** What was held back and turned out to be no stop text; at the end of the stream. */
    public String rest() {
        String out = found ? "" : held.toString();
        held.setLength(0);
        return out;
    }

    /** Whether a stop text came by; what follows is dropped. */
    public boolean found() {
        return found;
    }

    private int earliest() {
        int at = -1;
        for (String stop : stops) {
            int here = held.indexOf(stop);
            if (here >= 0 && (at < 0 || here < at)) {
                at = here;
            }
        }
        return at;
    }

    /** Length of the longest end of the held text that a stop text begins with. */
    private int heldBack() {
        int most = 0;
        for (String stop : stops) {
            for (int length = Math.min(stop.length() - 1, held.length()); length > most; length--) {
                if (stop.startsWith(held.substring(held.length() - length))) {
                    most = length;
                }
            }
        }
        return most;
    }
}
