package dev.rbee.app.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a list shows them. Pure. */
final class Clock {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private Clock() {}

    /** {@code 14:05:09} of today, {@code 3 Mar 14:05} of an earlier day. */
    static String brief(Instant at, Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return (day.equals(LocalDate.ofInstant(now, zone)) ? TODAY : EARLIER).format(at.atZone(zone));
    }

    /** To the millisecond. */
    static String whole(Instant at, ZoneId zone) {
        return WHOLE.format(at.atZone(zone));
    }
}
