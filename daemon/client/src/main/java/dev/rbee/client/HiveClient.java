package dev.rbee.client;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.LinkHive;
import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.models.ModelAbout;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.contract.workers.WorkerProcess;
import java.util.List;

/**
 * Calls of a hive; failures as {@link Remote} says.
 *
 * @param remote the hive
 */
public record HiveClient(Remote remote) {

    /** What its machine has; may take a second the first time. */
    public Capabilities capabilities() {
        return remote.get("/v1/capabilities", Capabilities.class);
    }

    /** Starts a worker; answers once its process listens, its model may still be loading. */
    public SpawnedWorker spawn(SpawnWorker request) {
        return remote.postSlow("/v1/workers/spawn", request, SpawnedWorker.class);
    }

    /** Its child processes. */
    public List<WorkerProcess> workers() {
        return remote.list("/v1/workers", WorkerProcess.class);
    }

    /** Stops a worker. */
    public void stopWorker(String workerId) {
        remote.delete("/v1/workers/" + Remote.segment(workerId));
    }

    /** Path of a worker's log as events, for {@link EventStream}. */
    public static String logsPath(String workerId) {
        return "/v1/workers/" + Remote.segment(workerId) + "/logs";
    }

    /** Its model files. */
    public List<ModelEntry> models() {
        return remote.list("/v1/models", ModelEntry.class);
    }

    /** What a model file's header says; reads the file the first time. */
    public ModelAbout about(String id) {
        return remote.getSlow("/v1/models/" + Remote.segment(id) + "/about", ModelAbout.class);
    }

    /** Adopts a model file of its machine. */
    public ModelEntry importModel(ImportModel request) {
        return remote.postSlow("/v1/models/import", request, ModelEntry.class);
    }

    /** Deletes or forgets a model file. */
    public void deleteModel(String id) {
        remote.delete("/v1/models/" + Remote.segment(id));
    }

    /** Tells a hive behind a tunnel where registry and queen are now, and how it is reached itself. */
    public void link(LinkHive request) {
        remote.post("/v1/link", request);
    }

    /** Drains and ends it. */
    public void shutdown() {
        remote.post("/v1/shutdown", null);
    }
}
