package dev.rbee.service.cli;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;

/** How a command ends (design section 5). */
final class ExitCodes {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** Ended by Ctrl-C, as shells count it. */
    static final int INTERRUPTED = 130;

    private ExitCodes() {}

    /** Wrong settings are the caller's mistake like wrong arguments; everything else failed. */
    static int of(Problem problem) {
        return problem.code() == ProblemCode.CONFIG_INVALID ? USAGE : FAILED;
    }
}
