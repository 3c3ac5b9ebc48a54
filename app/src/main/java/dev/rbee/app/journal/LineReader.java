package dev.rbee.app.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of one log: {@code <time> <level> [<thread>] <logger> <words>} as rbee's programs write them; whatever else stands
 * there is taken as it is. Lines of a stack trace belong to the line before them. Not thread-safe.
 */
final class LineReader {
    private static final Pattern LINE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\S{8,20}) (TRACE|DEBUG|INFO|WARN|ERROR) +(\\[.*)", Pattern.DOTALL);

    private static final Pattern TRACE = Pattern.compile("(\\s+at |\\s+\\.\\.\\. \\d+|Caused by: |\\s+Suppressed: ).*");
    private static final Pattern THROWN = Pattern.compile("[\\w.$]+(Exception|Error)(: .*)?");

    private final Source source;
    private Instant last = Instant.EPOCH;
    private Level level = Level.INFO;

    LineReader(Source source) {
        this.source = source;
    }

    /** {@code at} is when it was written as far as whoever brought it knows, else null; {@code now} when it came. */
    Entry read(String line, @Nullable Instant at, Instant now) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            Instant told = time(matcher.group(1));
            last = told == null ? now : told;
            level = Level.parse(matcher.group(2));
            return new Entry(last, level, source, matcher.group(3).stripTrailing());
        }
        boolean traced = TRACE.matcher(line).matches() || THROWN.matcher(line).matches();
        Instant when = at != null ? at : last.equals(Instant.EPOCH) ? now : last;
        return new Entry(when, traced ? worse() : Level.INFO, source, line.stripTrailing());
    }

    /** A stack trace whose first line was cut off is still one. */
    private Level worse() {
        return level.from(Level.WARN) ? level : Level.ERROR;
    }

    private static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
