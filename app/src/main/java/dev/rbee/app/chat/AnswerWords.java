package dev.rbee.app.chat;

import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands over and under an answer. Pure. */
final class AnswerWords {
    private static final Words WORDS = Words.of(AnswerWords.class);

    private AnswerWords() {}

    /** {@code Qwen3 8B · gpu-1}. */
    static String who(@Nullable Source source) {
        if (source == null) {
            return WORDS.get("answer.who");
        }
        String model = source.model() == null ? WORDS.get("answer.who") : source.model();
        String place = source.hive() != null ? source.hive() : source.worker();
        return place == null ? model : model + "  ·  " + place;
    }

    /** {@code 58 tok/s · first 0.21 s · 312 tokens · 345 of 1,024 context · stopped · slot free}. */
    static String foot(State state, @Nullable Figures figures, boolean slotFree, int left) {
        List<String> parts = new ArrayList<>();
        if (figures != null) {
            Double perSecond = figures.perSecond();
            if (perSecond != null) {
                parts.add(WORDS.get(
                        "answer.speed", String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond)));
            }
            Double first = figures.firstMs();
            if (first != null) {
                parts.add(WORDS.get("answer.first", String.format(Locale.ROOT, "%.2f", first / 1000)));
            }
            Integer tokens = figures.tokens();
            if (tokens != null) {
                parts.add(WORDS.get("answer.tokens", tokens));
            }
            Integer used = used(figures);
            if (used != null && figures.context() != null) {
                parts.add(WORDS.get("answer.context", used, figures.context()));
            }
            if ("length".equals(figures.reason())) {
                parts.add(WORDS.get("answer.length"));
            }
        }
        if (left > 0) {
            parts.add(WORDS.get("answer.left", left));
        }
        switch (state) {
            case STOPPED -> parts.add(WORDS.get(slotFree ? "answer.stopped.free" : "answer.stopped"));
            case CUT -> parts.add(WORDS.get("answer.cut"));
            case STREAMING, DONE, FAILED -> {}
        }
        return String.join("  ·  ", parts);
    }

    /** What each of these figures is, a line each; empty where there are none. */
    static String meant(@Nullable Figures figures) {
        if (figures == null) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        if (figures.perSecond() != null) {
            lines.add(WORDS.get("answer.speed.tip", String.format(Locale.ROOT, "%.1f", figures.perSecond())));
        }
        if (figures.firstMs() != null) {
            lines.add(WORDS.get("answer.first.tip", String.format(Locale.ROOT, "%.2f", figures.firstMs() / 1000)));
        }
        Integer used = used(figures);
        if (used != null && figures.context() != null) {
            lines.add(
                    WORDS.get("answer.context.tip", used, figures.context(), figures.promptTokens(), figures.tokens()));
        } else if (figures.tokens() != null) {
            lines.add(WORDS.get("answer.tokens.tip", figures.tokens()));
        }
        return String.join("\n", lines);
    }

    private static @Nullable Integer used(Figures figures) {
        Integer prompt = figures.promptTokens();
        Integer tokens = figures.tokens();
        return prompt == null || tokens == null ? null : Integer.valueOf(prompt + tokens);
    }

    /** Whether more could come behind it. */
    static boolean continues(State state, @Nullable Figures figures, String text) {
        if (text.isBlank()) {
            return false;
        }
        return switch (state) {
            case STOPPED, CUT, FAILED -> true;
            case DONE -> figures != null && "length".equals(figures.reason());
            case STREAMING -> false;
        };
    }
}
