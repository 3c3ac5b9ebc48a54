package dev.rbee.service.models.adopt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with GGUF files, in folders of their own or not: a further one of the settings, LM Studio's, llama.cpp's cache. Links are not
 * followed.
 *
 * @param named by somebody, rather than the usual one
 * @param depth of folders below it that are looked at
 */
public record GgufFolder(Path root, Origin origin, boolean named, int depth) implements Place {
    @Override
    public List<Found> scan() throws IOException {
        List<Found> found = new ArrayList<>();
        Path real = root.toRealPath();
        walk(real, real, Inside.listed(real), 0, found);
        return found;
    }

    private void walk(Path top, Path folder, List<Path> entries, int level, List<Found> found) {
        List<Path> files = new ArrayList<>();
        for (Path entry : entries) {
            if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                files.add(entry);
            } else if (level < depth && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                walk(top, entry, Inside.list(entry), level + 1, found);
            }
        }
        for (Found each : FileSets.of(files, level > 1)) {
            found.add(each.with(refs(top.relativize(folder), each)));
        }
    }

    private List<String> refs(Path below, Found found) {
        String file = String.valueOf(found.first().getFileName());
        return switch (origin) {
            case LM_STUDIO ->
                below.getNameCount() == 2
                        ? HubRefs.of(
                                below.getName(0).toString(), below.getName(1).toString(), file)
                        : List.of();
            case LLAMA_CPP -> HubRefs.ofCached(file);
            case BUNDLED, STORED, IMPORTED, FOLDER, OLLAMA, HUGGINGFACE -> List.of();
        };
    }
}
