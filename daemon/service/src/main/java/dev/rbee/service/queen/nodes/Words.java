package dev.rbee.service.queen.nodes;

import java.util.Locale;

/** Sizes and times for people. Pure. */
final class Words {
    private Words() {}

    /** {@code 12.3 GB}, {@code 48 MB}; decimal units, as disks are sold. */
    static String size(long bytes) {
        if (bytes >= 1_000_000_000L) {
            return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
        }
        return String.format(Locale.ROOT, "%d MB", Math.round(bytes / 1e6));
    }

    /** {@code Uploading 12.3 of 48.0 MB}. */
    static String uploading(long done, long all) {
        return String.format(Locale.ROOT, "Uploading %.1f of %.1f MB", done / 1e6, all / 1e6);
    }

    /** {@code 90 s}, {@code 12 min}, {@code 3 h}. */
    static String seconds(double seconds) {
        if (seconds < 180) {
            return Math.round(seconds) + " s";
        }
        return seconds < 10_800 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
    }
}
