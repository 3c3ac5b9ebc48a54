package dev.rbee.app.launch;

import dev.rbee.app.links.LinkReader;
import java.io.File;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the application is started with.
 *
 * @param background no window at first, unless there is something to show
 * @param files to look at, models or not
 * @param links as they were given, right ones or not
 * @param left how many more were given than are taken at a time
 */
record Arguments(boolean background, List<File> files, List<String> links, int left) {
    /** As autostart entries write it. */
    static final String BACKGROUND = "--background";

    /** The command that opens the window, as some launchers leave it there. */
    private static final String COMMAND = "app";

    private static final String LEFT = "--left-out=";
    private static final int MOST = 24;
    private static final int LONGEST_PATH = 4096;
    private static final String FILE = "file:";

    /** Reads them; an option it does not know is ignored, as older starts must not fail newer ones. */
    static Arguments parse(List<String> words) {
        List<File> files = new ArrayList<>();
        List<String> links = new ArrayList<>();
        int left = 0;
        for (String word : words) {
            if (LinkReader.means(word)) {
                links.add(word);
            } else if (word.startsWith(LEFT)) {
                left = number(word.substring(LEFT.length()));
            } else if (!word.startsWith("-") && !word.isBlank()) {
                files.add(new File(word));
            }
        }
        return new Arguments(words.contains(BACKGROUND), List.copyOf(files), List.copyOf(links), left);
    }

    /** Whether the window stays away. */
    boolean hidden() {
        return background && files.isEmpty() && links.isEmpty();
    }

    /** With whole paths, to be read by a process that works in another folder, and not more of them than one looks at. */
    static List<String> whole(List<String> given, Path folder) {
        boolean named = !given.isEmpty() && given.getFirst().equals(COMMAND);
        List<String> words = named ? given.subList(1, given.size()) : given;
        List<String> whole = new ArrayList<>();
        int taken = 0;
        for (String word : words) {
            boolean option = word.startsWith("-") || word.isBlank();
            if (option || taken < MOST) {
                whole.add(option ? word : whole(word, folder));
                taken += option ? 0 : 1;
            }
        }
        long all = words.stream()
                .filter(word -> !word.startsWith("-") && !word.isBlank())
                .count();
        if (all > taken) {
            whole.add(LEFT + (all - taken));
        }
        return whole;
    }

    private static String whole(String word, Path folder) {
        if (LinkReader.means(word)) {
            return word.substring(
                    0, Math.min(word.length(), LinkReader.LONGEST + 1)); // still too long, and short enough to hand on
        }
        if (word.length() > LONGEST_PATH) {
            return word.substring(0, LONGEST_PATH);
        }
        try {
            Path path = word.regionMatches(true, 0, FILE, 0, FILE.length()) ? place(word) : Path.of(word);
            return folder.resolve(path).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            return word;
        }
    }

    /** Desktops give files as addresses; those of other machines are none, and looked for under their address in vain. */
    private static Path place(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            return host == null || !host.equals("localhost")
                    ? Path.of(uri)
                    : Path.of(URI.create("file://" + uri.getRawPath()));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Path.of(address);
        }
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Without what links say. */
    @Override
    public String toString() {
        return "Arguments[background=" + background + ", files=" + files.size() + ", links=" + links.size() + "]";
    }
}
