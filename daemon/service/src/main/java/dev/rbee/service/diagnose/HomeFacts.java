package dev.rbee.service.diagnose;

import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.settings.EffectiveSettings;
import dev.rbee.service.settings.SettingsLoader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in the home folder, as text. Reads the disk; what cannot be read is said instead. */
final class HomeFacts {
    private static final int TAIL = 256 * 1024;
    private static final int MOST_LOGS = 20;
    private static final int MOST_FILES = 2000;

    private HomeFacts() {}

    /** What is in force, and the file. */
    static String settings(Home home, Map<String, String> environment) {
        StringBuilder text = new StringBuilder();
        try {
            SettingsLoader.load(home.config(), environment, Map.of())
                    .entries()
                    .forEach(entry -> text.append(entry(entry)).append('\n'));
        } catch (ProblemException e) {
            text.append(e.problem().message()).append('\n');
        }
        text.append("\nrbee.toml:\n\n");
        try {
            text.append(Files.exists(home.config()) ? Files.readString(home.config()) : "There is none.\n");
        } catch (IOException e) {
            text.append(e).append('\n');
        }
        return text.toString();
    }

    private static String entry(EffectiveSettings.Entry entry) {
        return entry + "  (" + entry.source() + ")";
    }

    /** Names, sizes and times of its files. */
    static String listing(Home home) {
        try (Stream<Path> files = Files.walk(home.path(), 4)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .limit(MOST_FILES)
                    .map(file -> line(home, file))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            return e + "\n";
        }
    }

    private static String line(Home home, Path file) {
        try {
            return "%14d  %s  %s"
                    .formatted(
                            Files.size(file),
                            Files.getLastModifiedTime(file),
                            home.path().relativize(file));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The ends of the newest logs, by {@code logs/<name>}. */
    static Map<String, String> logs(Home home) {
        Map<String, String> logs = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(home.logs(), 3)) {
            List<Path> newest = files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparingLong(HomeFacts::changed).reversed())
                    .limit(MOST_LOGS)
                    .toList();
            for (Path file : newest) {
                logs.put("logs/" + home.logs().relativize(file).toString().replace('\\', '/'), tail(file));
            }
        } catch (IOException e) {
            logs.put("logs/none.txt", e + "\n");
        }
        return logs;
    }

    private static long changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String tail(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long from = Math.max(0, channel.size() - TAIL);
            channel.position(from);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(TAIL, channel.size() - from));
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes);
            }
            String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
            int line = text.indexOf('\n');
            return from > 0 && line >= 0 ? "(the beginning is left out)\n" + text.substring(line + 1) : text;
        }
    }
}
