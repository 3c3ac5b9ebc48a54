package dev.rbee.bench;

import java.util.Arrays;
import java.util.Locale;

/** Medians and percentiles of measured values. */
final class Figures {
    private final double[] sorted;

    Figures(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    /** The value below which that share (0 to 1) lies. */
    double at(double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    double median() {
        return at(0.5);
    }

    /** Minimum, median and maximum with two digits. */
    String spread(String unit) {
        return String.format(
                Locale.ROOT, "%.2f / **%.2f** / %.2f %s", sorted[0], median(), sorted[sorted.length - 1], unit);
    }

    static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
