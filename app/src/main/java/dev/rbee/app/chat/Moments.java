package dev.rbee.app.chat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says when something was said, as short as the present day allows. */
final class Moments {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final InstantSource clock;
    private final ZoneId zone;

    /** {@code zone} is where days begin. */
    Moments(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** {@code 14:05} today, {@code 21 Nov, 14:05} this year, else with the year. */
    String of(Instant at) {
        ZonedDateTime then = at.atZone(zone);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        DateTimeFormatter form =
                then.toLocalDate().equals(today) ? HOUR : then.getYear() == today.getYear() ? DAY : YEAR;
        return form.format(then);
    }

    /** The present day and hour. */
    String now() {
        return YEAR.format(clock.instant().atZone(zone));
    }
}
