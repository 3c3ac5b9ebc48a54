package dev.rbee.service.cli;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.nodes.Node;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hives as text, with the login of those reached over SSH and the reasons there are. Pure but for the clock that is handed in. */
final class HiveTable {
    private static final List<String> HEADER =
            List.of("HIVE", "STATE", "ADDRESS", "WORKERS", "FREE RAM", "VERSION", "LAST BEAT");

    private HiveTable() {}

    static String of(List<HiveInfo> hives, List<Node> nodes, InstantSource clock) {
        if (hives.isEmpty()) {
            return "No hives.";
        }
        Map<String, Node> byName = nodes.stream().collect(Collectors.toMap(Node::nodeName, Function.identity()));
        boolean reasons = hives.stream().anyMatch(hive -> hive.message() != null);
        Table table = new Table(row(HEADER.toArray(), "WHY", reasons));
        for (HiveInfo hive : hives) {
            Node node = byName.get(hive.id());
            @Nullable
            Object[] cells = {
                hive.id(),
                hive.status().wire(),
                node == null ? hive.url() : NodeTable.address(node),
                hive.workers(),
                Words.bytes(hive.ramFreeBytes()),
                hive.version(),
                Words.ago(hive.lastSeen(), clock.instant())
            };
            table.row((@Nullable Object[]) row(cells, hive.message() == null ? "" : hive.message(), reasons));
        }
        return table.toString();
    }

    private static String[] row(@Nullable Object[] cells, String why, boolean reasons) {
        List<String> all = new ArrayList<>(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : String.valueOf(cell))
                .toList());
        if (reasons) {
            all.add(why);
        }
        return all.toArray(String[]::new);
    }
}
