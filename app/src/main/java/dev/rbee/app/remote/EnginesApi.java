package dev.rbee.app.remote;

import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.InstallEngine;
import java.util.List;

/**
 * The engines of the hives, through the queen. Every method blocks and throws {@link dev.rbee.contract.problem.ProblemException}. Thread-safe.
 */
public interface EnginesApi {
    /** Engines of a hive as they are now. */
    List<EngineInfo> engines(String hive);

    /** Begins to install one; the job's id. */
    String install(String hive, InstallEngine what);

    /** New workers get that version. */
    void use(String hive, String version);

    /** Removes an installed version. */
    void remove(String hive, String version);
}
