package dev.rbee.dist;

import dev.rbee.bundle.JarFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.css.Stylesheet;

/**
 * Style sheets in JavaFX's binary form, which it prefers where one lies beside a sheet: to read the application's text takes 50 ms longer, and
 * the first frame waits for it.
 */
final class Styles {
    private static final String TEXT = ".css";

    private Styles() {}

    /** What belongs beside the sheets of that jar, by the names of entries; works in {@code folder}. */
    static SortedMap<String, byte[]> binary(Path jar, Path folder) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        for (Map.Entry<String, byte[]> sheet :
                JarFile.entries(jar, name -> name.endsWith(TEXT)).entrySet()) {
            String name = sheet.getKey().substring(0, sheet.getKey().length() - TEXT.length()) + ".bss";
            Path text = Files.write(folder.resolve("sheet.css"), sheet.getValue());
            Path binary = folder.resolve("sheet.bss");
            Stylesheet.convertToBinary(text.toFile(), binary.toFile());
            entries.put(name, Files.readAllBytes(binary));
            Files.delete(text);
            Files.delete(binary);
        }
        return entries;
    }
}
