package dev.rbee.service.models.hub;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quantizations as file names say them. Pure. */
public final class Quantization {
    private static final Pattern IN_NAME = Pattern.compile(
            "(?<![A-Za-z0-9])((?:UD-)?(?:I?Q[1-9]_[A-Z0-9]+(?:_[A-Z0-9]+)*|MXFP4(?:_MOE)?|TQ[12]_0|BF16|FP16|F16|FP32|F32))(?![A-Za-z0-9])",
            Pattern.CASE_INSENSITIVE);
    /** What is taken where nothing is asked for: good and small enough first. */
    private static final List<String> USUAL = List.of(
            "Q4_K_M",
            "UD-Q4_K_XL",
            "MXFP4",
            "MXFP4_MOE",
            "Q4_K_S",
            "Q4_K_L",
            "Q4_0",
            "IQ4_XS",
            "IQ4_NL",
            "Q4_1",
            "Q5_K_M",
            "Q5_K_S",
            "Q5_0",
            "Q6_K",
            "Q8_0",
            "Q3_K_M",
            "Q3_K_L",
            "F16",
            "BF16");

    private Quantization() {}

    /** The one that a path's file name says, else its folder; upper case. */
    public static @Nullable String of(String path) {
        String[] parts = path.split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            String found = last(parts[i]);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String last(String name) {
        Matcher matcher = IN_NAME.matcher(name);
        String found = null;
        while (matcher.find()) {
            found = matcher.group(1).toUpperCase(Locale.ROOT);
        }
        return found == null ? null : found.replace("FP16", "F16").replace("FP32", "F32");
    }

    /** Its place among those taken without being asked for; later ones are larger numbers. */
    static int rank(@Nullable String quantization) {
        int at = quantization == null ? -1 : USUAL.indexOf(quantization);
        return at < 0 ? USUAL.size() : at;
    }
}
