package dev.rbee.service.models.fit;

import java.util.Locale;

/** How a model would run on a machine. The first is the best. */
public enum FitVerdict {
    /** as it is asked */
    FITS,
    /** some layers on GPUs, some on the CPU */
    PARTIAL,
    /** would, but not beside what runs now */
    FULL,
    /** never */
    TOO_LARGE,
    /** no engine there knows it */
    UNSUPPORTED;

    /** In answers. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a worker could be started now. */
    public boolean now() {
        return this == FITS || this == PARTIAL;
    }
}
