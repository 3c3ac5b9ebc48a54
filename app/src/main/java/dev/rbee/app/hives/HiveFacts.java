package dev.rbee.app.hives;

import dev.rbee.app.table.Facts;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Where a hive is, how it is reached, what it runs on. */
final class HiveFacts {
    private static final Words WORDS = Words.of(HiveFacts.class);

    private HiveFacts() {}

    static Facts of(HiveInfo hive, @Nullable Node node) {
        Facts facts = new Facts().add(WORDS.get("fact.where"), HiveWords.address(hive, node));
        if (hive.mode() == HiveMode.NETWORK) {
            facts.addCode(WORDS.get("fact.tunnel"), hive.url());
        } else {
            facts.addCode(WORDS.get("fact.address"), hive.url());
        }
        if (node != null) {
            way(facts, node);
        }
        Capabilities capabilities = hive.capabilities();
        if (capabilities != null) {
            facts.add(WORDS.get("fact.system"), capabilities.os() + ", " + capabilities.arch());
            facts.add(
                    WORDS.get("fact.processor"),
                    capabilities.cpu().name() + ", "
                            + WORDS.get("fact.threads", capabilities.cpu().threads()));
        }
        if (hive.version() != null) {
            facts.add(WORDS.get("fact.version"), hive.version());
        }
        facts.add(WORDS.get("fact.workers"), WORDS.get("fact.workers.run", hive.workers()));
        Long epoch = hive.epoch();
        if (epoch != null) {
            facts.add(WORDS.get("fact.epoch"), WORDS.get("fact.epoch.more", Long.toString(epoch)));
        }
        if (hive.pid() != null) {
            facts.add(WORDS.get("fact.process"), WORDS.get("fact.pid", Long.toString(hive.pid())));
        }
        return facts;
    }

    private static void way(Facts facts, Node node) {
        if (node.proxyJump() != null) {
            facts.add(WORDS.get("fact.through"), node.proxyJump());
        }
        if (node.installPath() != null) {
            facts.addCode(WORDS.get("fact.folder"), node.installPath());
        }
        if (node.bundle() != null) {
            facts.addCode(WORDS.get("fact.installed"), node.bundle());
        }
        if (node.mac() != null) {
            facts.addCode(WORDS.get("fact.wakes"), node.mac());
        }
        if (Boolean.TRUE.equals(node.declared())) {
            facts.add(WORDS.get("fact.declared"), WORDS.get("fact.declared.in"));
        }
    }
}
