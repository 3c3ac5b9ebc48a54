package dev.rbee.app.logs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as it is read where there is little room: when, and what; thread and logger stand in the whole line only.
 *
 * @param time of day as it was written, {@code 12:00:01}; empty where the line tells none
 * @param words what it says, cut where it is very long
 */
record LogLine(String time, String words) {
    private static final Pattern OURS = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT(\\d\\d:\\d\\d:\\d\\d)\\S* (?:TRACE|DEBUG|INFO|WARN|ERROR) +\\[[^]]*] \\S+ (.*)",
            Pattern.DOTALL);
    private static final int LONGEST = 400;

    /** Of rbee's own programs in parts, of any other as it is. Pure. */
    static LogLine of(String line) {
        Matcher matcher = OURS.matcher(line);
        return matcher.matches() ? new LogLine(matcher.group(1), cut(matcher.group(2))) : new LogLine("", cut(line));
    }

    private static String cut(String words) {
        String shown = words.replace("\t", "    ").stripTrailing();
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }

    /** Both. */
    String text() {
        return time.isEmpty() ? words : time + "  " + words;
    }
}
