package dev.rbee.contract.gguf;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a GGUF file: every count and length is checked against what is there, nothing is allocated on the
 * file's word, and the weights that the header announces have to be in the file. Thread-safe; blocks on the disk, for
 * some 20 ms with a vocabulary of 150 000 tokens.
 */
public final class GgufReader {
    private static final int MAGIC = 0x46554747;
    private static final int MAGIC_SWAPPED = 0x47475546;
    private static final int MAX_COUNT = 1 << 16;

    private GgufReader() {}

    /**
     * The facts of a file. Throws {@link ProblemException}: {@code model_file_missing} where there is none or it can't be
     * read, {@code model_invalid} where it is no whole GGUF file.
     */
    public static GgufInfo read(Path file) {
        if (Files.isDirectory(file)) {
            throw invalid(file, "it is a directory", null);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return read(in, Files.size(file));
        } catch (NoSuchFileException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.MODEL_FILE_MISSING,
                            "There is no model file " + file + ".",
                            "Check the path, or import the model again."),
                    e);
        } catch (EOFException e) {
            throw invalid(file, "it ends within the header", e);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.MODEL_FILE_MISSING,
                            "The model file " + file + " can't be read: " + e.getMessage() + ".",
                            "Check its permissions."),
                    e);
        } catch (GgufFault e) {
            throw invalid(file, e.getMessage() == null ? "it is damaged" : e.getMessage(), e);
        } catch (ArithmeticException e) {
            throw invalid(file, "a size in it is beyond 64 bits", e);
        }
    }

    private static GgufInfo read(InputStream stream, long size) throws IOException {
        if (size < 24) {
            throw new GgufFault("it has only " + size + " bytes");
        }
        GgufInput in = new GgufInput(stream, size);
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
        int tensorCount = (int) in.u64("the number of tensors", MAX_COUNT);
        int keys = (int) in.u64("the number of keys", MAX_COUNT);
        GgufMetadata data = new GgufMetadata(in, keys);
        int alignment = alignment(data);
        GgufTensors tensors = new GgufTensors(in, tensorCount, alignment);
        long start = (in.position() + alignment - 1) / alignment * alignment;
        long needed = Math.addExact(start, tensors.end());
        if (tensorCount > 0 && needed > size) {
            throw new GgufFault("it has " + size + " bytes and should have " + needed + ": it is cut short");
        }
        return GgufFacts.of(version, data, tensors, tensorCount, size);
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

    private static ProblemException invalid(Path file, String why, @Nullable Throwable cause) {
        Problem problem = Problem.of(
                ProblemCode.MODEL_INVALID,
                "The model file " + file.getFileName() + " is not usable: " + why + ".",
                "Download or copy it again.");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
