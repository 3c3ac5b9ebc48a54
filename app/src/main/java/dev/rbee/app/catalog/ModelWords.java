package dev.rbee.app.catalog;

import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
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
    private static final Words WORDS = Words.of(ModelWords.class);

    private ModelWords() {}

    /** The pill of a state. */
    public static Badge badge(String state) {
        return switch (state) {
            case "installed" -> new Badge(Tone.READY, Feather.CHECK, WORDS.get("model.installed"));
            case "partial" -> new Badge(Tone.WARN, Feather.PAUSE, WORDS.get("model.unfinished"));
            case "offline" -> new Badge(Tone.OFFLINE, Feather.SLASH, WORDS.get("model.offline"));
            case "invalid" -> new Badge(Tone.ERROR, Feather.ALERT_CIRCLE, WORDS.get("model.unusable"));
            default -> new Badge(Tone.OFFLINE, Feather.HELP_CIRCLE, state);
        };
    }

    /** What it is good for. */
    public static String kind(ModelEntry model) {
        if (Boolean.TRUE.equals(model.vision())) {
            return WORDS.get("model.chat.images");
        }
        return kind(model.embedding(), model.chat());
    }

    /** The same of a file that is no model of a hive yet. */
    public static String kind(boolean embedding, boolean chat) {
        return embedding && !chat ? "embeddings" : "chat";
    }

    /** Whose file it is. */
    public static String origin(@Nullable String origin) {
        return switch (Objects.requireNonNullElse(origin, "stored")) {
            case "bundled" -> WORDS.get("model.comes.with.rbee");
            case "imported" -> WORDS.get("model.imported.stays.where.it");
            case "ollama" -> WORDS.get("model.from.ollama.used.in");
            case "lm_studio" -> WORDS.get("model.from.lm.studio.used");
            case "huggingface" -> WORDS.get("model.from.the.hugging.face");
            case "llama_cpp" -> WORDS.get("model.from.llama.cpps.cache");
            default -> WORDS.get("model.in.rbees.own.folder");
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
            said.add(WORDS.get("model.this.frees.on.getting", Units.bytes(bytes), hives(own)));
        }
        List<ModelEntry> others = copies.stream().filter(ModelWords::adopted).toList();
        if (!others.isEmpty()) {
            said.add(WORDS.get("model.on.the.file.belongs", hives(others)));
        }
        return String.join(" ", said);
    }

    private static String hives(List<ModelEntry> copies) {
        List<String> names = copies.stream()
                .map(copy -> Objects.requireNonNullElse(copy.hive(), WORDS.get("model.this.machine")))
                .toList();
        return names.size() == 1
                ? names.getFirst()
                : WORDS.get("model.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /** The pill of a fit's verdict. */
    public static Badge verdict(HiveFit fit) {
        return switch (fit.verdict()) {
            case "fits" -> new Badge(Tone.READY, Feather.CHECK, WORDS.get("model.fits"));
            case "partial" -> new Badge(Tone.WARN, Feather.LAYERS, WORDS.get("model.partly.on.gpu"));
            case "full" -> new Badge(Tone.BUSY, Feather.CLOCK, WORDS.get("model.memory.in.use"));
            case "too_large" -> new Badge(Tone.ERROR, Feather.X, WORDS.get("model.too.large"));
            case "unsupported" -> new Badge(Tone.ERROR, Feather.SLASH, WORDS.get("model.no.engine"));
            case "offline" -> new Badge(Tone.OFFLINE, Feather.SLASH, WORDS.get("model.offline"));
            default -> new Badge(Tone.OFFLINE, Feather.HELP_CIRCLE, fit.verdict());
        };
    }

    /** What the queen's sentence about it leaves out: speed and memory where it falls short, how long it loads; empty where nothing is. */
    public static String figures(HiveFit fit) {
        List<String> parts = new ArrayList<>();
        boolean said = fit.verdict().equals("fits") || fit.verdict().equals("partial");
        Double speed = fit.tokensPerSecond();
        if (!said && speed != null && speed > 0) {
            parts.add((fit.learnt() ? "" : "about ") + Units.speed(speed));
        }
        if (!said && fit.totalBytes() != null) {
            parts.add(WORDS.get("model.of.memory", Units.bytes(fit.totalBytes())));
        }
        Long load = fit.loadMs();
        if (load != null) {
            parts.add(WORDS.get("model.loads", String.format(Locale.ROOT, "%.1f s", load / 1000.0)));
        }
        return String.join(", ", parts);
    }
}
