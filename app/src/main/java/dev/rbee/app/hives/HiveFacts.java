package dev.rbee.app.hives;

import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Units;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Where a hive is, how it is reached, what it runs on. */
final class HiveFacts {
    private HiveFacts() {}

    static Facts of(HiveInfo hive, @Nullable Node node) {
        Facts facts = new Facts().add("Where", HiveWords.address(hive, node));
        if (hive.mode() == HiveMode.NETWORK) {
            facts.addCode("Tunnel", hive.url());
        } else {
            facts.addCode("Address", hive.url());
        }
        if (node != null) {
            way(facts, node);
        }
        Capabilities capabilities = hive.capabilities();
        if (capabilities != null) {
            facts.add("System", capabilities.os() + ", " + capabilities.arch());
            facts.add(
                    "Processor",
                    capabilities.cpu().name() + ", "
                            + Units.count(capabilities.cpu().threads(), "thread", "threads"));
        }
        if (hive.pid() != null) {
            facts.add("Process", "pid " + hive.pid());
        }
        return facts;
    }

    private static void way(Facts facts, Node node) {
        if (node.proxyJump() != null) {
            facts.add("Through", node.proxyJump());
        }
        if (node.installPath() != null) {
            facts.addCode("Folder", node.installPath());
        }
        if (node.bundle() != null) {
            facts.addCode("Installed", node.bundle());
        }
        if (node.mac() != null) {
            facts.addCode("Wakes by", node.mac());
        }
        if (Boolean.TRUE.equals(node.declared())) {
            facts.add("Declared", "in rbee.toml");
        }
    }
}
