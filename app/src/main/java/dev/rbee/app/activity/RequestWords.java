package dev.rbee.app.activity;

import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.requests.RequestEntry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Requests in words and figures. Pure. */
final class RequestWords {
    private static final Words WORDS = Words.of(RequestWords.class);

    private RequestWords() {}

    static Badge badge(RequestEntry entry) {
        return switch (entry.outcome()) {
            case "ok" -> new Badge(Tone.READY, Feather.CHECK, outcome("ok"));
            case "running" -> new Badge(Tone.BUSY, Feather.EDIT_3, outcome("running"));
            case "waiting" -> {
                Integer place = entry.position();
                yield new Badge(
                        Tone.LOADING,
                        Feather.CLOCK,
                        place == null ? outcome("waiting") : WORDS.get("outcome.waiting.place", place));
            }
            case "cancelled" -> new Badge(Tone.OFFLINE, Feather.SLASH, outcome("cancelled"));
            default -> new Badge(Tone.ERROR, Feather.ALERT_CIRCLE, outcome("error"));
        };
    }

    static String outcome(String outcome) {
        return switch (outcome) {
            case "ok" -> WORDS.get("outcome.ok");
            case "cancelled" -> WORDS.get("outcome.cancelled");
            case "error" -> WORDS.get("outcome.error");
            case "running" -> WORDS.get("outcome.running");
            case "waiting" -> WORDS.get("outcome.waiting");
            default -> outcome;
        };
    }

    /** It waits or is being answered. */
    static boolean live(RequestEntry entry) {
        return entry.outcome().equals("running") || entry.outcome().equals("waiting");
    }

    /** Milliseconds it waited, or waits so far. */
    static @Nullable Long waited(RequestEntry entry) {
        return entry.outcome().equals("waiting") ? Long.valueOf(entry.durationMs()) : entry.queueMs();
    }

    static String kind(String kind) {
        return switch (kind) {
            case "chat" -> WORDS.get("kind.chat");
            case "completion" -> WORDS.get("kind.completion");
            case "embedding" -> WORDS.get("kind.embedding");
            case "infer" -> WORDS.get("kind.infer");
            default -> kind;
        };
    }

    /** {@code 340 ms}, {@code 1.2 s}, {@code 45 s}, {@code 3 min}; a dash for null. */
    static String millis(@Nullable Long millis) {
        if (millis == null) {
            return "–";
        }
        if (millis < 1000) {
            return WORDS.get("ms", String.valueOf(millis));
        }
        return millis < 10_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : Units.span(Math.round(millis / 1000.0));
    }

    /** Tokens per second of the answer, from its first token on; null where that cannot be told. */
    static @Nullable Double speed(RequestEntry entry) {
        Integer tokens = entry.completionTokens();
        Long first = entry.firstTokenMs();
        if (tokens == null || first == null || tokens < 2 || entry.durationMs() <= first) {
            return null;
        }
        return (tokens - 1) * 1000.0 / (entry.durationMs() - first);
    }

    /** {@code 310 → 77}. */
    static String tokens(RequestEntry entry) {
        Integer in = entry.promptTokens();
        Integer out = entry.completionTokens();
        if (in == null && out == null) {
            return "–";
        }
        return (in == null ? "–" : in.toString()) + " → " + (out == null ? "–" : out.toString());
    }
}
