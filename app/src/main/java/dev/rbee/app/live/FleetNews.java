package dev.rbee.app.live;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerInfo;

/** The fleet now, and what of it changed since the last news, so that nobody compares ten thousand things with themselves. Immutable. */
public record FleetNews(FleetView view, Delta<HiveInfo> hives, Delta<WorkerInfo> workers) {}
