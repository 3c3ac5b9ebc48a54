package dev.rbee.service.hive;

import dev.rbee.contract.workers.WorkerConfig;
import dev.rbee.service.hive.process.WorkerConfigs;
import dev.rbee.service.hive.process.WorkerPlan;
import dev.rbee.service.home.Home;

/** What a worker is told: its plan, its own key, how to recognise the fleet; never the token itself. */
public final class WorkerConfigMaker implements WorkerConfigs {
    private final String hiveId;
    private final String token;
    private final Addresses addresses;
    private final Home home;

    /** For workers of that hive. */
    public WorkerConfigMaker(String hiveId, String token, Addresses addresses, Home home) {
        this.hiveId = hiveId;
        this.token = token;
        this.addresses = addresses;
        this.home = home;
    }

    @Override
    public WorkerConfig config(WorkerPlan plan, int port) {
        return new WorkerConfig(
                plan.workerId(),
                hiveId,
                plan.model(),
                plan.file().toString(),
                "127.0.0.1",
                port,
                plan.ctx(),
                plan.slots(),
                plan.threads(),
                plan.key(token),
                plan.fingerprint(token),
                addresses.registries(),
                addresses.queen(),
                home.knownComponents().toString(),
                plan.engine(),
                plan.sha256());
    }
}
