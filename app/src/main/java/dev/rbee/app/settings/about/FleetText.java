package dev.rbee.app.settings.about;

import dev.rbee.app.live.FleetView;
import dev.rbee.contract.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fleet as this window sees it, as JSON. Pure. */
final class FleetText {
    private FleetText() {}

    static String of(FleetView view) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("link", view.link().toString());
        all.put("hives", view.hives().values());
        all.put("workers", view.workers().values());
        all.put("jobs", view.jobs().values());
        return Json.tree(Json.bytes(all)).toPrettyString() + "\n";
    }
}
