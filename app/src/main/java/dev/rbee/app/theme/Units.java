package dev.rbee.app.theme;

import dev.rbee.app.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers with their units, as people read them. Pure. */
public final class Units {
    private static final Words WORDS = Words.of(Units.class);

    private static final String[] NAMES = {"B", "kB", "MB", "GB", "TB"};

    private Units() {}

    /** {@code 3.4 GB}; one GB is 10^9 bytes, as the command line counts. A dash for null. */
    public static String bytes(@Nullable Long bytes) {
        if (bytes == null) {
            return "–";
        }
        double value = bytes;
        int unit = 0;
        while (value >= (unit == 0 ? 1000 : 999.5) && unit < NAMES.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || value >= 99.95 ? "%.0f %s" : "%.1f %s", value, NAMES[unit]);
    }

    /** {@code 55 of 64 GB}. */
    public static String share(long used, long total) {
        String all = bytes(total);
        String part = bytes(used);
        String unit = all.substring(all.indexOf(' '));
        String whole = all.replace(".0 ", " ");
        return WORDS.get(
                "of",
                part.endsWith(unit)
                        ? part.substring(0, part.length() - unit.length()).replaceFirst("\\.0$", "")
                        : part,
                whole);
    }

    /** {@code 58 tok/s}; a dash where nothing was measured. */
    public static String speed(@Nullable Double perSecond) {
        if (perSecond == null || perSecond <= 0) {
            return "–";
        }
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f tok/s" : "%.0f tok/s", perSecond);
    }

    /** {@code 4 s ago}. */
    public static String ago(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        return seconds < 1 ? "now" : WORDS.get("ago", span(seconds));
    }

    /** {@code 4 s}, {@code 3 min}, {@code 2 h}, {@code 5 d}. */
    public static String span(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return WORDS.get("min", String.valueOf(seconds / 60));
        }
        return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /** {@code 512}, {@code 4k}, {@code 32k} tokens. */
    public static String tokens(@Nullable Integer tokens) {
        if (tokens == null) {
            return "–";
        }
        if (tokens < 1024) {
            return tokens.toString();
        }
        return tokens % 1024 == 0 ? tokens / 1024 + "k" : String.format(Locale.ROOT, "%.1fk", tokens / 1024.0);
    }

    /** {@code 303 M}, {@code 8.2 B} parameters. */
    public static String parameters(@Nullable Long count) {
        if (count == null) {
            return "–";
        }
        if (count >= 1_000_000_000) {
            return String.format(Locale.ROOT, count < 99_950_000_000L ? "%.1f B" : "%.0f B", count / 1e9);
        }
        return count >= 1_000_000
                ? String.format(Locale.ROOT, "%.0f M", count / 1e6)
                : String.format(Locale.ROOT, "%.0f K", count / 1e3);
    }

    /** {@code 2 hives}. */
    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
