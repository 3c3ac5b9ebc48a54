package dev.rbee.app.activity;

import dev.rbee.app.words.Words;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Writes all pages of a past into a file, which is there whole or not at all. Blocks; can be interrupted between pages. */
final class Export {
    private static final Words WORDS = Words.of(Export.class);

    private static final int PAGE = 1000;

    /** What the file holds. */
    enum Kind {
        CSV,
        JSON
    }

    private Export() {}

    /** Says how many rows are written after each page; the number of all in the end. Throws {@link ProblemException}. */
    static <T> long write(
            Past<T> past, Map<String, String> asked, List<String> columns, Kind kind, Path file, LongConsumer written)
            throws InterruptedException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            long rows;
            try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                rows = pages(past, asked, columns, kind, out, written);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.STORAGE_FULL,
                    WORDS.get("cannot.write", String.valueOf(file), e.getMessage()),
                    WORDS.get("choose.another.folder.or.make"));
        } finally {
            delete(part);
        }
    }

    private static <T> long pages(
            Past<T> past,
            Map<String, String> asked,
            List<String> columns,
            Kind kind,
            BufferedWriter out,
            LongConsumer written)
            throws IOException, InterruptedException {
        Map<String, String> query = new HashMap<>(asked);
        query.put("limit", Integer.toString(PAGE));
        long rows = 0;
        out.write(kind == Kind.CSV ? Csv.head(columns) : "[");
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Past.Slice<T> slice = past.read(query);
            for (T row : slice.rows()) {
                if (kind == Kind.CSV) {
                    out.write(Csv.line(row, columns));
                } else {
                    out.write(rows == 0 ? "\n" : ",\n");
                    out.write(Json.write(row));
                }
                rows++;
            }
            written.accept(rows);
            Long before = slice.before();
            if (before == null) {
                break;
            }
            query.put("before", before.toString());
        }
        out.write(kind == Kind.CSV ? "" : "\n]\n");
        return rows;
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // a part that stays is overwritten by the next export
            part.toFile().deleteOnExit();
        }
    }
}
