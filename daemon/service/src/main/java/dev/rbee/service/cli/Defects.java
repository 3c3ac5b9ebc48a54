package dev.rbee.service.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a report about a defect needs. Pure. */
final class Defects {
    private Defects() {}

    /** The first frames of the exception and of its causes. */
    static String trace(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = thrown; t != null && text.length() < 4000; t = t.getCause()) {
            text.append(text.isEmpty() ? "" : "\ncaused by ").append(t);
            text.append(Arrays.stream(t.getStackTrace())
                    .limit(12)
                    .map(frame -> "\n  at " + frame)
                    .collect(Collectors.joining()));
        }
        return text.toString();
    }
}
