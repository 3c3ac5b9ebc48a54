package dev.rbee.app.launch;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the application is started with.
 *
 * @param background no window at first
 * @param models model files to offer
 */
record Arguments(boolean background, List<File> models) {
    /** As autostart entries write it. */
    static final String BACKGROUND = "--background";

    /** Reads them; what it does not know is ignored, as older starts must not fail newer ones. */
    static Arguments parse(List<String> words) {
        return new Arguments(
                words.contains(BACKGROUND),
                words.stream()
                        .filter(word -> word.toLowerCase(Locale.ROOT).endsWith(".gguf"))
                        .map(File::new)
                        .toList());
    }

    /** With whole paths, to be read by a process that works in another folder. */
    static List<String> whole(List<String> words, Path folder) {
        return words.stream()
                .map(word -> word.startsWith("-") ? word : whole(word, folder))
                .toList();
    }

    private static String whole(String word, Path folder) {
        try {
            return folder.resolve(word).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            return word;
        }
    }
}
