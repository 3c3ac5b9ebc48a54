package dev.rbee.service.hive;

import dev.rbee.contract.auth.Keys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a hive takes from the outside world.
 *
 * @param token of the installation, or the node key of a linked machine
 * @param instance new at every start
 * @param startedAt its start
 * @param ids makes short random hexadecimal text
 * @param searchPath the PATH of this process
 * @param environment of this process: where other programs keep models, the hub's address and token, proxies
 */
public record HiveParts(
        String token,
        String instance,
        Instant startedAt,
        InstantSource clock,
        LongSupplier nanos,
        RandomGenerator random,
        Supplier<String> ids,
        String searchPath,
        Map<String, String> environment) {

    /** Whether the hive belongs to a queen on another machine: then its secret is a node key. */
    public boolean linked() {
        return Keys.isNodeKey(token);
    }

    /** Without token and environment. */
    @Override
    public String toString() {
        return "HiveParts[" + instance + "]";
    }
}
