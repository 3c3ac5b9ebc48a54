package dev.rbee.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every source is formatted by palantir-java-format; {@code -Dformat=write} mends instead of failing. */
class FormattingTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void everySourceIsFormatted() throws IOException {
        boolean write = "write".equals(System.getProperty("rbee.format"));
        List<Path> sources = Sources.java();
        assertFalse(sources.isEmpty(), "no sources under " + Sources.root());
        List<String> wrong = new ArrayList<>();
        for (Path file : sources) {
            String text = Files.readString(file);
            String formatted = format(file, text);
            if (formatted.equals(text)) {
                continue;
            }
            if (write) {
                Files.writeString(file, formatted);
            } else {
                wrong.add(Sources.root().relativize(file).toString());
            }
        }
        assertEquals(List.of(), wrong, "not formatted; run ./mvnw -q -pl installers/checks test -Dformat=write");
    }

    private static String format(Path file, String text) throws IOException {
        try {
            String tidied = ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.PALANTIR);
            return FORMATTER.formatSource(tidied);
        } catch (FormatterException e) {
            throw new IOException("cannot parse " + file, e);
        }
    }
}
