package dev.rbee.app.logs;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How grave a line of a log is, read from its words. */
public enum LogLevel {
    /** something failed */
    ERROR,
    /** something is odd */
    WARN,
    /** everything else */
    PLAIN;

    private static final Pattern WORD = Pattern.compile("\\b(ERROR|SEVERE|FATAL|Exception|WARN|WARNING)\\b");
    private static final int READ = 400;

    /** The level a line names first; {@link #PLAIN} where it names none. Pure. */
    public static LogLevel of(String line) {
        Matcher matcher = WORD.matcher(line.length() > READ ? line.substring(0, READ) : line);
        if (!matcher.find()) {
            return PLAIN;
        }
        return matcher.group(1).startsWith("WARN") ? WARN : ERROR;
    }

    /** Its style class. */
    String style() {
        return "level-" + name().toLowerCase(Locale.ROOT);
    }
}
