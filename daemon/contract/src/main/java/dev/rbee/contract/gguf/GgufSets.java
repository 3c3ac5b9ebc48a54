package dev.rbee.contract.gguf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of split models, as llama.cpp makes and looks for them: {@code NAME-00001-of-00003.gguf}. Pure. */
public final class GgufSets {
    /** More parts than llama.cpp's names have room for in practice. */
    public static final int MOST_PARTS = 1024;

    private static final Pattern NAME = Pattern.compile("(.+)-(\\d{5})-of-(\\d{5})\\.gguf");

    private GgufSets() {}

    /** The number of a part, from 1, by its file's name; 0 where the name is none of a part. */
    public static int number(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches() ? Integer.parseInt(name.group(2)) : 0;
    }

    /** How many parts there are, by a file's name; 1 where the name is none of a part. */
    public static int count(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches() ? Math.max(1, Integer.parseInt(name.group(3))) : 1;
    }

    /** The name without its number: {@code NAME.gguf}. */
    public static String whole(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches() ? name.group(1) + ".gguf" : fileName;
    }

    /** Names of all parts in order; that name alone where it is none of a part. */
    public static List<String> names(String fileName) {
        Matcher name = NAME.matcher(fileName);
        int count = count(fileName);
        if (!name.matches() || count > MOST_PARTS) {
            return List.of(fileName);
        }
        List<String> all = new ArrayList<>();
        for (int part = 1; part <= count; part++) {
            all.add("%s-%05d-of-%05d.gguf".formatted(name.group(1), part, count));
        }
        return all;
    }

    /** Paths of all parts beside that one. */
    static List<Path> beside(Path first) {
        return names(String.valueOf(first.getFileName())).stream()
                .map(first::resolveSibling)
                .toList();
    }
}
