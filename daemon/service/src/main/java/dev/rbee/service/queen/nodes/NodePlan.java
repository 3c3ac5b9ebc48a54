package dev.rbee.service.queen.nodes;

import org.jspecify.annotations.Nullable;

/**
 * How a machine is to be set up.
 *
 * @param name of the node; also of its hive
 * @param owner tells installations apart: a fingerprint of the token, never the token
 * @param nodeKey the secret of its hive, {@link dev.rbee.contract.auth.Keys#nodeKey}
 * @param installPath as the user wrote it; {@code ~/} is the login's home
 * @param gitRepoUrl build there from this; null: upload a bundle
 * @param hivePort wanted there; another one is taken where it is not free
 * @param expectGpu null: as found
 */
public record NodePlan(
        String name,
        String owner,
        String nodeKey,
        String installPath,
        @Nullable String gitRepoUrl,
        @Nullable String gitBranch,
        int hivePort,
        @Nullable Boolean expectGpu) {
    /** Where rbee goes unless told otherwise. */
    public static final String DEFAULT_PATH = "~/.rbee-node";

    /** Without its secret. */
    @Override
    public String toString() {
        return "NodePlan[" + name + " " + installPath + "]";
    }
}
