package dev.rbee.contract.gguf;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a GGUF file: every count and length is checked against what is there, nothing is allocated on the
 * file's word, and the weights that the header announces have to be in the file. Thread-safe; blocks on the disk, for
 * some 20 ms with a vocabulary of 150 000 tokens.
 */
public final class GgufReader {
    private static final int MAGIC = 0x46554747;
    private static final int MAGIC_SWAPPED = 0x47475546;
    private static final int MAX_TENSORS = 1 << 14;
    private static final int MAX_KEYS = 1 << 12;

    private GgufReader() {}

    /**
     * The facts of a model; of a split one, given by its first part, with the other parts, which lie beside it. Throws
     * {@link ProblemException}: {@code model_file_missing} where there is none or it can't be read, {@code model_invalid} where it is
     * no whole GGUF file or no model (a projector, a later part, a vocabulary).
     */
    public static GgufInfo read(Path file) {
        GgufInfo info = model(inspect(file), String.valueOf(file.getFileName()));
        return info.split() == null ? info : read(GgufSets.beside(file));
    }

    /** The same of a split model whose parts lie anywhere, in their order. */
    public static GgufInfo read(List<Path> parts) {
        Path first = parts.getFirst();
        String name = String.valueOf(first.getFileName());
        GgufInfo info = model(inspect(first), name);
        GgufSplit split = info.split();
        if (split != null && split.count() != parts.size()) {
            throw invalid(name, "it is one of " + split.count() + " parts, and " + parts.size() + " are there", null);
        }
        for (int i = 1; i < parts.size(); i++) {
            GgufFile part = inspect(parts.get(i));
            if (split == null
                    || part.kind() != GgufKind.PART
                    || part.split() == null
                    || part.split().number() != i
                    || part.split().count() != split.count()) {
                throw invalid(
                        String.valueOf(parts.get(i).getFileName()), "it is not part " + (i + 1) + " of " + name, null);
            }
            info = info.with(part.weights(), part.fileBytes());
        }
        if (split != null && split.tensors() > 0 && split.tensors() != info.tensors()) {
            throw invalid(name, "its parts have " + info.tensors() + " tensors and not " + split.tensors(), null);
        }
        return info;
    }

    /** What a file is, whatever it is. Throws as {@link #read(Path)} for what is no whole GGUF file. */
    public static GgufFile inspect(Path file) {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw invalid(name, "it is a directory", null);
        }
        try (ByteSource source = ByteSource.of(file)) {
            return inspect(source, name);
        } catch (NoSuchFileException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.MODEL_FILE_MISSING,
                            "There is no model file " + file + ".",
                            "Check the path, or import the model again."),
                    e);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.MODEL_FILE_MISSING,
                            "The model file " + file + " can't be read: " + e.getMessage() + ".",
                            "Check its permissions."),
                    e);
        }
    }

    /**
     * The same for bytes from anywhere, which are not closed here.
     *
     * @param name for messages
     * @throws IOException what the source throws
     */
    public static GgufFile inspect(ByteSource source, String name) throws IOException {
        try {
            return inspect(source);
        } catch (EOFException e) {
            throw invalid(name, "it ends within the header", e);
        } catch (GgufFault e) {
            throw invalid(name, e.getMessage() == null ? "it is damaged" : e.getMessage(), e);
        } catch (ArithmeticException e) {
            throw invalid(name, "a size in it is beyond 64 bits", e);
        }
    }

    /** The facts where the file is a model; throws {@code model_invalid} where it is something else. */
    public static GgufInfo model(GgufFile file, String name) {
        GgufInfo info = file.info();
        if (info != null) {
            return info;
        }
        String why = switch (file.kind()) {
            case PART -> "it is a later part of a split model; name the first part";
            case PROJECTOR -> "it is a projector (mmproj), which belongs to a model";
            case MODEL, OTHER -> file.why() == null ? "it is no model" : file.why();
        };
        throw invalid(name, why, null);
    }

    private static GgufFile inspect(ByteSource source) throws IOException {
        long size = source.size();
        if (size < 24) {
            throw new GgufFault("it has only " + size + " bytes");
        }
        GgufInput in = new GgufInput(source);
        int magic = in.i32();
        if (magic == MAGIC_SWAPPED) {
            throw new GgufFault("it is a big-endian file");
        }
        if (magic != MAGIC) {
            throw new GgufFault("it does not begin with GGUF");
        }
        int version = in.i32();
        if (version < 2 || version > 3) {
            throw new GgufFault("its version is " + Integer.toUnsignedString(version) + "; 2 and 3 are known");
        }
        int tensorCount = (int) in.u64("the number of tensors", MAX_TENSORS);
        int keys = (int) in.u64("the number of keys", MAX_KEYS);
        GgufMetadata data = new GgufMetadata(in, keys);
        int alignment = alignment(data);
        GgufTensors tensors = new GgufTensors(in, tensorCount, alignment);
        long start = (in.position() + alignment - 1) / alignment * alignment;
        long needed = Math.addExact(start, tensors.end());
        if (tensorCount > 0 && needed > size) {
            throw new GgufFault("it has " + size + " bytes and should have " + needed + ": it is cut short");
        }
        return GgufFacts.of(version, data, tensors.weights(), size);
    }

    private static int alignment(GgufMetadata data) {
        Integer alignment = data.number("general.alignment");
        if (alignment == null) {
            return 32;
        }
        if (alignment == 0 || Integer.bitCount(alignment) != 1 || alignment > 1 << 20) {
            throw new GgufFault("its alignment is " + alignment + ", no sane power of two");
        }
        return alignment;
    }

    private static ProblemException invalid(String name, String why, @Nullable Throwable cause) {
        Problem problem = Problem.of(
                ProblemCode.MODEL_INVALID,
                "The model file " + name + " is not usable: " + why + ".",
                "Download or copy it again.");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
