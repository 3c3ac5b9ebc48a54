package dev.rbee.app.theme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text on its ground is at least 4.5:1 in both themes. */
class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-[a-z-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyPairCanBeRead(String theme) throws IOException {
        Map<String, String> colours = colours(theme);
        for (Tone tone : Tone.values()) {
            check(theme, colours, "-rbee-" + tone.style() + "-fg", "-rbee-" + tone.style() + "-bg");
        }
        for (String ground : new String[] {
            "-rbee-window", "-rbee-rail", "-rbee-card", "-rbee-raised", "-rbee-row-selected", "-rbee-row-hover"
        }) {
            check(theme, colours, "-color-fg-default", ground);
            check(theme, colours, "-color-fg-muted", ground);
        }
        check(theme, colours, "-color-fg-subtle", "-rbee-card");
        check(theme, colours, "-rbee-on-accent", "-color-accent-emphasis");
        check(theme, colours, "-rbee-on-accent", "-rbee-accent-hover");
        check(theme, colours, "-rbee-on-accent", "-rbee-accent-pressed");
        check(theme, colours, "-color-accent-fg", "-rbee-window");
        check(theme, colours, "-color-accent-fg", "-rbee-row-selected");
        check(theme, colours, "-rbee-loading-fg", "-rbee-window");
    }

    private static void check(String theme, Map<String, String> colours, String text, String ground) {
        double above = luminance(Objects.requireNonNull(colours.get(text), text));
        double below = luminance(Objects.requireNonNull(colours.get(ground), ground));
        double ratio = (Math.max(above, below) + 0.05) / (Math.min(above, below) + 0.05);
        assertTrue(ratio >= 4.5, theme + ": " + text + " on " + ground + " is only " + ratio);
    }

    private static Map<String, String> colours(String theme) throws IOException {
        try (InputStream in = ContrastTest.class.getResourceAsStream("/dev/rbee/app/theme/" + theme + ".css")) {
            String css = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> colours = new HashMap<>();
            Matcher matcher = COLOUR.matcher(css);
            while (matcher.find()) {
                colours.put(matcher.group(1), matcher.group(2));
            }
            return colours;
        }
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
