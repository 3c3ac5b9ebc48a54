package dev.rbee.service.models.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References to files of the hub, from what a cache says of them. Pure. */
final class HubRefs {
    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,199}");
    private static final Pattern WEIGHTS =
            Pattern.compile("(?i)(?:^|[-_.])((?:UD-)?(?:I?Q\\d[A-Z0-9_]*|BF16|F16|F32|MXFP4|TQ\\d_\\d))(?=$|[-_.])");
    /** llama.cpp puts owner, repository and file together with underscores; only this ending says where the repository ends. */
    private static final Pattern CACHED = Pattern.compile("([A-Za-z0-9.-]+)_([A-Za-z0-9._-]+?-GGUF)_(.+\\.gguf)");

    private HubRefs() {}

    /** By file, and by quantization where its name says one; none for names that are none of the hub's. */
    static List<String> of(String owner, String repo, String file) {
        if (!good(owner) || !good(repo) || !FILE.matcher(file).matches() || file.contains("..")) {
            return List.of();
        }
        List<String> refs = new ArrayList<>();
        quantization(file).ifPresent(each -> refs.add("hf:" + owner + "/" + repo + ":" + each));
        refs.add("hf:" + owner + "/" + repo + "/" + file);
        return refs;
    }

    /** Of a file in llama.cpp's cache. */
    static List<String> ofCached(String file) {
        Matcher cached = CACHED.matcher(file);
        return cached.matches() ? of(cached.group(1), cached.group(2), cached.group(3)) : List.of();
    }

    /** The last one that the name says, upper case. */
    static Optional<String> quantization(String file) {
        String stem = PartName.of(file).map(PartName::stem).orElse(file);
        Matcher matcher = WEIGHTS.matcher(stem);
        String last = null;
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return Optional.ofNullable(last).map(each -> each.toUpperCase(Locale.ROOT));
    }

    private static boolean good(String name) {
        return OWNER.matcher(name).matches() && !name.contains("..");
    }
}
