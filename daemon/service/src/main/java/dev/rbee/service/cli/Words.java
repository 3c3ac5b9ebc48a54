package dev.rbee.service.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times as people read them. Pure. */
final class Words {
    private Words() {}

    /** {@code 3.4 GB}; decimal units, as disks are sold. */
    static String bytes(@Nullable Long bytes) {
        if (bytes == null) {
            return "-";
        }
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        String units = "kMGTP";
        int unit = -1;
        do {
            value /= 1000;
            unit++;
        } while (value >= 999.95 && unit < units.length() - 1);
        return String.format(Locale.ROOT, value < 99.95 ? "%.1f %sB" : "%.0f %sB", value, units.charAt(unit));
    }

    /** {@code 4 s ago}. */
    static String ago(@Nullable Instant then, Instant now) {
        return then == null ? "never" : span(Duration.between(then, now)) + " ago";
    }

    /** {@code 4 s}, {@code 3 min}, {@code 5 h}, {@code 2 d}. */
    static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /** {@code 34.2 MB/s}. */
    static String rate(double bytesPerSecond) {
        return bytes((long) bytesPerSecond) + "/s";
    }

    /** {@code 8 s}, {@code 1 min 25 s}, {@code 2 h 5 min}, {@code 3 d}. */
    static String left(double seconds) {
        long whole = Math.max(0, (long) Math.ceil(seconds));
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
        }
        if (whole < 172_800) {
            return whole / 3600 + " h" + (whole % 3600 < 60 ? "" : " " + whole % 3600 / 60 + " min");
        }
        return whole / 86_400 + " d";
    }

    /** {@code 8.2 B}, {@code 135 M} weights. */
    static String weights(long number) {
        return number >= 1_000_000_000
                ? String.format(Locale.ROOT, number < 99_950_000_000L ? "%.1f B" : "%.0f B", number / 1e9)
                : number / 1_000_000 + " M";
    }

    /** {@code 4k}, {@code 40k}, {@code 1M} tokens. */
    static String tokens(@Nullable Integer number) {
        if (number == null) {
            return "-";
        }
        if (number < 1000) {
            return Integer.toString(number);
        }
        return number < 1_000_000 ? number / (number % 1000 == 0 ? 1000 : 1024) + "k" : number / 1_000_000 + "M";
    }

    /** {@code 58 tok/s}. */
    static String speed(@Nullable Double tokensPerSecond) {
        if (tokensPerSecond == null || tokensPerSecond <= 0) {
            return "-";
        }
        return String.format(Locale.ROOT, tokensPerSecond < 10 ? "%.1f tok/s" : "%.0f tok/s", tokensPerSecond);
    }
}
