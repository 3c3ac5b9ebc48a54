package dev.rbee.service.models.hub;

import org.jspecify.annotations.Nullable;

/**
 * A file of a repository.
 *
 * @param path with its folders, checked
 * @param size bytes, where known
 */
record RepoFile(String path, @Nullable Long size, @Nullable String sha256) {
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
