package dev.rbee.app.chat;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text files that are to go along with a message. Blocks on the disk. */
final class Attachments {
    private static final Words WORDS = Words.of(Attachments.class);

    /** Bytes of one file; more is beyond what models hold. */
    static final int MOST = 1_000_000;

    private Attachments() {}

    /** Throws {@link ProblemException} where it can't be read, is no text or is too large. */
    static Attachment read(Path file) {
        String name = file.getFileName().toString();
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.INVALID_FIELD, WORDS.get("file.unread", name), WORDS.get("file.unread.hint"));
        }
        if (bytes.length > MOST) {
            throw ProblemException.of(
                    ProblemCode.BODY_TOO_LARGE,
                    WORDS.get("file.large", name, Units.bytes((long) MOST)),
                    WORDS.get("file.large.hint"));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return new Attachment(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
            }
        } catch (CharacterCodingException e) {
            // told below, as for any other file that is no text
        }
        throw ProblemException.of(
                ProblemCode.INVALID_FIELD, WORDS.get("file.binary", name), WORDS.get("file.binary.hint"));
    }
}
