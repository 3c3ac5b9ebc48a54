package dev.rbee.service.queen.models;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.GcReport;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.service.queen.access.AuditTrail;
import dev.rbee.service.queen.hives.HiveDoor;
import dev.rbee.service.queen.hives.HiveRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code POST /v1/models/gc} {@code {"dry_run": true}} {@code ?hive=}: clears up the stores of all hives that are online. */
final class GcRoute {
    private final HiveRegistry hives;
    private final HiveDoor door;
    private final AuditTrail audit;

    GcRoute(HiveRegistry hives, HiveDoor door, AuditTrail audit) {
        this.hives = hives;
        this.door = door;
        this.audit = audit;
    }

    void handle(Exchange x) {
        x.caller().requireAdmin();
        boolean dry = dry(x);
        List<HiveInfo> asked = x.query("hive")
                .map(hives::get)
                .map(List::of)
                .orElseGet(() -> hives.list().stream().filter(HiveInfo::online).toList());
        x.json(200, dry ? collect(asked, true) : audit.of(x.caller(), "model.gc", null, () -> collect(asked, false)));
    }

    private static boolean dry(Exchange x) {
        JsonNode dry = x.json().path("dry_run");
        if (!dry.isMissingNode() && !dry.isNull() && !dry.isBoolean()) {
            throw new ProblemException(
                    Problem.field("dry_run", "Field \"dry_run\" is not true or false.", "Send true or false."));
        }
        return dry.asBoolean(false);
    }

    private GcReport collect(List<HiveInfo> asked, boolean dry) {
        List<GcReport.Item> items = new ArrayList<>();
        for (HiveInfo hive : asked) {
            GcReport there = door.of(hive).remote().postSlow("/v1/models/gc", Map.of("dry_run", dry), GcReport.class);
            there.items()
                    .forEach(item -> items.add(new GcReport.Item(hive.id(), item.path(), item.bytes(), item.why())));
        }
        return new GcReport(dry, items.stream().mapToLong(GcReport.Item::bytes).sum(), List.copyOf(items));
    }
}
