package dev.rbee.contract.models.ref;

import org.jspecify.annotations.Nullable;

/**
 * What somebody names a model by. Parsed strictly and purely: whoever holds one holds a reference that can be no path out of a folder, no option and
 * no second line. {@code toString()} is its one written form, which parses to the same reference again.
 */
public sealed interface ModelRef {
    /** Longest reference, characters. */
    int LONGEST = 2048;

    /** Reads a reference. Throws {@code invalid_field} for {@code model}, saying what would be right. */
    static ModelRef parse(String text) {
        return RefParser.parse(text);
    }

    /** Whether a text is written as a file: with its whole path, or with one that begins with {@code ./}, {@code ../} or {@code ~}. */
    static boolean file(String text) {
        return RefParser.file(text);
    }

    /** Whether it says where the model comes from, so that it can be fetched when no machine has it. */
    default boolean fetchable() {
        return switch (this) {
            case Library _, Hub _, Url _ -> true;
            case Demo _, LocalFile _, Installed _ -> false;
        };
    }

    /** The model that comes with rbee: {@code demo}. */
    record Demo() implements ModelRef {
        @Override
        public String toString() {
            return "demo";
        }
    }

    /**
     * A model of the curated catalogue: {@code qwen3:8b}. A name without a tag parses as {@link Installed}, see {@link Installed#inLibrary()}.
     *
     * @param name in lower case
     * @param tag in lower case; null is its first one
     */
    record Library(String name, @Nullable String tag) implements ModelRef {
        @Override
        public String toString() {
            return tag == null ? name : name + ":" + tag;
        }
    }

    /**
     * A repository of the hub: {@code hf:owner/repo}, {@code hf:owner/repo:Q4_K_M} or {@code hf:owner/repo/folder/file.gguf}.
     *
     * @param quant which of its quantizations, in upper case; null where not said
     * @param file which of its files, with its folders; null where not said. Never both
     */
    record Hub(
            String owner,
            String repo,
            @Nullable String quant,
            @Nullable String file) implements ModelRef {
        /** {@code owner/repo}. */
        public String repository() {
            return owner + "/" + repo;
        }

        /** The same repository in that quantization. */
        public Hub in(String quantization) {
            return new Hub(owner, repo, quantization, null);
        }

        /** That file of the same repository. */
        public Hub at(String path) {
            return new Hub(owner, repo, null, path);
        }

        @Override
        public String toString() {
            return "hf:" + repository() + (quant != null ? ":" + quant : file != null ? "/" + file : "");
        }
    }

    /**
     * A file of a web server: {@code https://host/path/file.gguf}. Whether that server is allowed is decided where it is fetched.
     *
     * @param url absolute, normalized, {@code https} or {@code http}, without user and fragment
     */
    record Url(String url) implements ModelRef {
        /** Last part of its path. */
        public String fileName() {
            return RefParser.fileName(url);
        }

        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * A file of the machine that is asked: an absolute path, or one that begins with {@code ./}, {@code ../} or {@code ~}.
     *
     * @param path as it was given
     */
    record LocalFile(String path) implements ModelRef {
        @Override
        public String toString() {
            return path;
        }
    }

    /**
     * A model by the name it has in a store: {@code Qwen3-8B-Q4_K_M}.
     *
     * @param name as it was given
     */
    record Installed(String name) implements ModelRef {
        /** What it means in the catalogue, where no store has it: the first variant of that name. */
        public Library inLibrary() {
            return new Library(name.toLowerCase(java.util.Locale.ROOT), null);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
