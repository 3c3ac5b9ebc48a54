package dev.rbee.service.queen.nodes;

import java.util.Arrays;

/** Versions of bundles: {@code 0.1.0-1a2b3c4d}, the release and the first digits of its content's hash. Pure. */
final class Versions {
    private Versions() {}

    /** True where {@code theirs} should give way to {@code ours}: an older release, or another build of the same one. */
    static boolean outdated(String theirs, String ours) {
        int order = Arrays.compare(release(theirs), release(ours));
        return order < 0 || (order == 0 && !theirs.equals(ours));
    }

    /** True where {@code theirs} is an older release than {@code ours}; builds of the same release count as equal. */
    static boolean olderRelease(String theirs, String ours) {
        return Arrays.compare(release(theirs), release(ours)) < 0;
    }

    private static int[] release(String version) {
        String release = version.split("-", 2)[0];
        return Arrays.stream(release.split("\\."))
                .mapToInt(part -> part.matches("\\d{1,9}") ? Integer.parseInt(part) : 0)
                .toArray();
    }
}
