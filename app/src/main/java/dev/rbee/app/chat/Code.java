package dev.rbee.app.chat;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes code out of an answer to a file. Blocks on the disk. */
final class Code {
    private static final Words WORDS = Words.of(Code.class);

    private Code() {}

    /** The file's name. Throws {@link ProblemException} where it can't be written. */
    static String write(Path file, String code) {
        String name = String.valueOf(file.getFileName());
        try {
            Files.writeString(file, code);
            return name;
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.INTERNAL_ERROR,
                    WORDS.get("code.unsaved", name, String.valueOf(e.getMessage())),
                    WORDS.get("code.unsaved.hint"));
        }
    }
}
