package dev.rbee.client;

import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.InstallEngine;
import dev.rbee.contract.jobs.JobAccepted;
import java.util.List;

/**
 * The engines of one hive, asked at the queen or at the hive itself; failures as {@link Remote} says.
 *
 * @param remote queen or hive
 * @param path of the list there
 */
public record EnginesClient(Remote remote, String path) {
    /** Of that hive, through the queen. */
    public static EnginesClient atQueen(Remote queen, String hive) {
        return new EnginesClient(queen, "/v1/hives/" + Remote.segment(hive) + "/engines");
    }

    /** Of that hive, asked directly. */
    public static EnginesClient atHive(Remote hive) {
        return new EnginesClient(hive, "/v1/engines");
    }

    /** All of them; the one that is {@code selected} is taken where nothing else is said. */
    public List<EngineInfo> list() {
        return remote.list(path, EngineInfo.class);
    }

    /** Installs one: a job that ends with the {@link EngineInfo}; followed where it was begun. */
    public JobAccepted install(InstallEngine what) {
        return remote.postSlow(path + "/install", what, JobAccepted.class);
    }

    /** Workers get this version from now on. */
    public void use(String version) {
        remote.post(path + "/" + Remote.segment(version) + "/use", null);
    }

    /** Removes an installed version; refused while a worker runs it. */
    public void remove(String version) {
        remote.delete(path + "/" + Remote.segment(version));
    }
}
