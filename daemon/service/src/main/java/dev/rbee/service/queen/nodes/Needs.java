package dev.rbee.service.queen.nodes;

import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.service.queen.nodes.Bundles.Choice;

/** How much disk an installation takes. Pure. */
final class Needs {
    private static final long MIB = 1024L * 1024;
    /** The runtime and the jars unpack to a bit less than three times their size, beside the archive itself. */
    private static final long TIMES = 4;

    private static final long SPARE = 64 * MIB;
    /** Sources, libraries from Maven, build output. */
    private static final long BUILD = 3072 * MIB;

    private Needs() {}

    /** Bytes that must be free; none where that version is in use already. */
    static long bytes(Choice choice, String current) {
        Bundle bundle = choice.bundle();
        if (bundle != null) {
            return bundle.version().equals(current) ? 0 : bundle.size() * TIMES + SPARE;
        }
        return choice.kind() == BundleKind.GIT ? BUILD : 0;
    }
}
