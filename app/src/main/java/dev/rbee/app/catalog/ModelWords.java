package dev.rbee.app.catalog;

import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Units;
import dev.rbee.contract.models.HiveFit;
import dev.rbee.contract.models.ModelEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Models in words and colours. Pure. */
public final class ModelWords {
    private ModelWords() {}

    /** The pill of a state. */
    public static Badge badge(String state) {
        return switch (state) {
            case "installed" -> new Badge(Tone.READY, Feather.CHECK, "installed");
            case "partial" -> new Badge(Tone.WARN, Feather.PAUSE, "unfinished");
            case "offline" -> new Badge(Tone.OFFLINE, Feather.SLASH, "offline");
            case "invalid" -> new Badge(Tone.ERROR, Feather.ALERT_CIRCLE, "unusable");
            default -> new Badge(Tone.OFFLINE, Feather.HELP_CIRCLE, state);
        };
    }

    /** What it is good for. */
    public static String kind(ModelEntry model) {
        if (Boolean.TRUE.equals(model.vision())) {
            return "chat, images";
        }
        return model.embedding() && !model.chat() ? "embeddings" : "chat";
    }

    /** Whose file it is. */
    public static String origin(@Nullable String origin) {
        return switch (Objects.requireNonNullElse(origin, "stored")) {
            case "bundled" -> "comes with rbee";
            case "imported" -> "imported, stays where it is";
            case "ollama" -> "from Ollama, used in place";
            case "lm_studio" -> "from LM Studio, used in place";
            case "huggingface" -> "from the Hugging Face cache, used in place";
            case "llama_cpp" -> "from llama.cpp's cache, used in place";
            default -> "in rbee's own folder";
        };
    }

    /** Whether deleting it leaves the file where it is. */
    public static boolean adopted(ModelEntry model) {
        return switch (Objects.requireNonNullElse(model.origin(), "stored")) {
            case "imported", "ollama", "lm_studio", "huggingface", "llama_cpp" -> true;
            default -> false;
        };
    }

    /** What deleting these copies means, in whole sentences. */
    public static String deletion(List<ModelEntry> copies) {
        List<String> said = new ArrayList<>();
        List<ModelEntry> own = copies.stream().filter(copy -> !adopted(copy)).toList();
        if (!own.isEmpty()) {
            long bytes = own.stream()
                    .mapToLong(copy -> Objects.requireNonNullElse(copy.doneBytes(), copy.sizeBytes()))
                    .sum();
            said.add("This frees " + Units.bytes(bytes) + " on " + hives(own) + ". Getting it back means a download.");
        }
        List<ModelEntry> others = copies.stream().filter(ModelWords::adopted).toList();
        if (!others.isEmpty()) {
            said.add("On " + hives(others) + " the file belongs to another program or folder and stays there: rbee only"
                    + " stops offering it, and nothing is freed.");
        }
        return String.join(" ", said);
    }

    private static String hives(List<ModelEntry> copies) {
        List<String> names = copies.stream()
                .map(copy -> Objects.requireNonNullElse(copy.hive(), "this machine"))
                .toList();
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /** The pill of a fit's verdict. */
    public static Badge verdict(HiveFit fit) {
        return switch (fit.verdict()) {
            case "fits" -> new Badge(Tone.READY, Feather.CHECK, "fits");
            case "partial" -> new Badge(Tone.WARN, Feather.LAYERS, "partly on GPU");
            case "full" -> new Badge(Tone.BUSY, Feather.CLOCK, "memory in use");
            case "too_large" -> new Badge(Tone.ERROR, Feather.X, "too large");
            case "unsupported" -> new Badge(Tone.ERROR, Feather.SLASH, "no engine");
            case "offline" -> new Badge(Tone.OFFLINE, Feather.SLASH, "offline");
            default -> new Badge(Tone.OFFLINE, Feather.HELP_CIRCLE, fit.verdict());
        };
    }

    /** {@code 40 tok/s, 5.2 GB of memory, up to 32k tokens}; empty where nothing is known. */
    public static String figures(HiveFit fit) {
        List<String> parts = new ArrayList<>();
        Double speed = fit.tokensPerSecond();
        if (speed != null && speed > 0) {
            parts.add((fit.learnt() ? "" : "about ") + Units.speed(speed));
        }
        if (fit.totalBytes() != null) {
            parts.add(Units.bytes(fit.totalBytes()) + " of memory");
        }
        if (fit.maxCtx() != null) {
            parts.add("up to " + Units.tokens(fit.maxCtx()) + " tokens");
        }
        Long load = fit.loadMs();
        if (load != null) {
            parts.add(String.format(Locale.ROOT, "loads in %.1f s", load / 1000.0));
        }
        return String.join(", ", parts);
    }
}
