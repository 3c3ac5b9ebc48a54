package dev.rbee.app.remote;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Follows a log file of this machine, also when it is begun anew or not there yet. Blocks its thread. */
final class FileTail {
    private static final Words WORDS = Words.of(FileTail.class);

    private static final int BLOCK = 128 * 1024;
    private static final long LOOK_MS = 500;

    private final Path file;
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private long at;

    FileTail(Path file) {
        this.file = file;
    }

    /** The end of what is there, then what is added; until interrupted. */
    void follow(JournalSource.Ear ear) throws InterruptedException {
        try {
            boolean cut = false;
            if (Files.exists(file)) {
                at = Math.max(0, Files.size(file) - BLOCK);
                cut = at > 0;
            }
            while (true) {
                byte[] more = read();
                for (byte each : more) {
                    if (each != '\n') {
                        rest.write(each);
                        continue;
                    }
                    String line = rest.toString(StandardCharsets.UTF_8);
                    rest.reset();
                    if (!cut) {
                        ear.line(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, null);
                    }
                    cut = false;
                }
                if (more.length == 0) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_MS);
                }
            }
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.INTERNAL_ERROR,
                    WORDS.get("cannot.read", String.valueOf(file), e.getMessage()),
                    WORDS.get("look.at.the.file.itself"));
        }
    }

    private byte[] read() throws IOException {
        if (!Files.exists(file)) {
            return new byte[0];
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long size = open.length();
            if (size < at) {
                at = 0;
            }
            byte[] bytes = new byte[(int) Math.min(BLOCK, size - at)];
            open.seek(at);
            open.readFully(bytes);
            at += bytes.length;
            return bytes;
        }
    }
}
