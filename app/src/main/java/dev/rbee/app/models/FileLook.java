package dev.rbee.app.models;

import dev.rbee.app.catalog.ModelWords;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that somebody wants to take in, as its header says. Immutable. */
record FileLook(Path path, GgufInfo info) {
    private static final Words WORDS = Words.of(FileLook.class);

    /**
     * Reads it. Blocks on the disk for some 20 ms. Throws {@code model_file_missing} or {@code model_invalid}; what is no file, a pipe or a
     * device, is not opened.
     */
    static FileLook read(File file) {
        try {
            Path path = file.toPath().toAbsolutePath().normalize();
            if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
                throw ProblemException.of(
                        ProblemCode.MODEL_INVALID,
                        WORDS.get("file.none", path.toString()),
                        WORDS.get("file.none.hint"));
            }
            return new FileLook(path, GgufReader.read(path));
        } catch (InvalidPathException e) {
            throw ProblemException.of(
                    ProblemCode.MODEL_FILE_MISSING,
                    WORDS.get("file.none", file.getPath()),
                    WORDS.get("file.none.hint"));
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** What its header says, shortly. */
    Facts facts() {
        Facts facts = new Facts();
        String called = info.name();
        if (called != null && !called.isBlank()) {
            facts.add(WORDS.get("about.name"), called);
        }
        facts.add(WORDS.get("model-facts.good.for"), ModelWords.kind(info.embeddingOnly(), info.generates()));
        facts.add(WORDS.get("model-facts.architecture"), info.architecture());
        facts.add(WORDS.get("model-facts.parameters"), Units.parameters(info.parameters()));
        facts.add(WORDS.get("model-facts.precision"), info.quantization());
        int parts = info.split() == null ? 1 : info.split().count();
        facts.add(
                WORDS.get("model-facts.size"),
                Units.bytes(info.fileBytes()) + (parts < 2 ? "" : WORDS.get("model-facts.in.files", parts)));
        Integer context = info.shape().context();
        if (context != null) {
            facts.add(
                    WORDS.get("model-facts.context"),
                    WORDS.get("model-facts.trained.with.tokens", Units.tokens(context)));
        }
        String licence = info.about().licence();
        if (licence != null && !licence.isBlank()) {
            facts.add(WORDS.get("about.licence"), licence);
        }
        return facts;
    }

    /** Under which name that hive lists this very file; null where it does not. Touches the disk. */
    @Nullable
    String listed(FitAnswer fit, List<ModelEntry> catalog) {
        String hive = fit.hives().isEmpty() ? "" : fit.hives().getFirst().hive();
        Path real = real();
        return catalog.stream()
                .filter(entry -> hive.equals(entry.hive())
                        && entry.state().equals("installed")
                        && real.toString().equals(entry.path()))
                .map(ModelEntry::id)
                .findFirst()
                .orElse(null);
    }

    private Path real() {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
