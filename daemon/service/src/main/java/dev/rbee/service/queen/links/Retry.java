package dev.rbee.service.queen.links;

import dev.rbee.contract.problem.ProblemCode;

/** Whether a failed connection is tried again by itself. Pure. */
enum Retry {
    /** with growing waits */
    BY_ITSELF,
    /** once somebody has done something about it: trying on would lock accounts or fill disks */
    WHEN_TOLD;

    static Retry after(ProblemCode code) {
        return switch (code) {
            case SSH_UNREACHABLE,
                    UNREACHABLE,
                    TIMEOUT,
                    HIVE_START_FAILED,
                    HIVE_OFFLINE,
                    PORT_TAKEN,
                    RATE_LIMITED,
                    INTERNAL_ERROR -> BY_ITSELF;
            default -> WHEN_TOLD;
        };
    }
}
