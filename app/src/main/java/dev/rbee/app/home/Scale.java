package dev.rbee.app.home;

import java.util.Locale;

/** Round numbers for the axis of a chart. Pure. */
final class Scale {
    private Scale() {}

    /** The smallest of 2, 4, 10, 20, 40, 100… that holds the value, so that half of it is round, too. */
    static double top(double most) {
        double step = 1;
        while (true) {
            for (double each : new double[] {2, 4, 10}) {
                if (most <= each * step) {
                    return each * step;
                }
            }
            step *= 10;
        }
    }

    /** {@code 20}, {@code 4k}. */
    static String words(double value) {
        return value >= 1000
                ? String.format(Locale.ROOT, value % 1000 == 0 ? "%.0fk" : "%.1fk", value / 1000)
                : String.format(Locale.ROOT, "%.0f", value);
    }
}
