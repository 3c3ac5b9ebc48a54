package dev.rbee.app.hives;

import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.remote.NodesApi;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.nodes.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The machines behind the hives, by name; read again when another hive comes or one changes its state. JavaFX thread only. */
final class NodeBook {
    private final NodesApi nodes;
    private final Background background;
    private final ReadOnlyObjectWrapper<Map<String, Node>> known = new ReadOnlyObjectWrapper<>(Map.of());
    private Map<String, HiveState> read = Map.of();

    NodeBook(NodesApi nodes, Background background) {
        this.nodes = nodes;
        this.background = background;
    }

    /** By name. */
    ReadOnlyObjectProperty<Map<String, Node>> known() {
        return known.getReadOnlyProperty();
    }

    /** The fleet is so now. */
    void follow(FleetView view) {
        Map<String, HiveState> away = new TreeMap<>();
        for (HiveInfo hive : view.hives().values()) {
            if (hive.mode() == HiveMode.NETWORK) {
                away.put(hive.id(), hive.status());
            }
        }
        if (view.connected() && !away.equals(read)) {
            read = away;
            background.run(nodes::nodes, this::show, problem -> read = Map.of());
        }
    }

    private void show(List<Node> all) {
        known.set(all.stream().collect(Collectors.toMap(Node::nodeName, Function.identity(), (one, other) -> other)));
    }
}
