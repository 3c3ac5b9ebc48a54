package dev.rbee.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small files: median at most 80 lines, 95 % at most 250, none over 500. */
class FileSizeTest {
    private record Sized(Path file, int lines) {}

    @Test
    void filesStaySmall() throws IOException {
        List<Sized> sized = Sources.java().stream()
                .map(file -> new Sized(Sources.root().relativize(file), lines(file)))
                .sorted((a, b) -> Integer.compare(a.lines, b.lines))
                .toList();
        assertEquals(List.of(), sized.stream().filter(s -> s.lines > 500).toList(), "over 500 lines");
        int median = sized.get(sized.size() / 2).lines;
        int p95 = sized.get((int) Math.floor((sized.size() - 1) * 0.95)).lines;
        assertTrue(median <= 80, "the median file has " + median + " lines, more than 80");
        assertTrue(p95 <= 250, "5 % of the files have more than 250 lines: " + largest(sized));
    }

    private static List<Sized> largest(List<Sized> sized) {
        return sized.subList(Math.max(0, sized.size() - 20), sized.size()).reversed();
    }

    private static int lines(Path file) {
        try (var lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
