package dev.rbee.app.remote;

import dev.rbee.client.EnginesClient;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.InstallEngine;
import java.util.List;

/** The hives' engines over HTTP. */
public final class HttpEngines implements EnginesApi {
    private final Queens queens;

    /** Speaks to the queen of the moment. */
    public HttpEngines(Queens queens) {
        this.queens = queens;
    }

    private EnginesClient of(String hive) {
        return EnginesClient.atQueen(queens.get(), hive);
    }

    @Override
    public List<EngineInfo> engines(String hive) {
        return of(hive).list();
    }

    @Override
    public String install(String hive, InstallEngine what) {
        return of(hive).install(what).jobId();
    }

    @Override
    public void use(String hive, String version) {
        of(hive).use(version);
    }

    @Override
    public void remove(String hive, String version) {
        of(hive).remove(version);
    }
}
