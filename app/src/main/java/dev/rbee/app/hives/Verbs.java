package dev.rbee.app.hives;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.nodes.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes sense with a hive in its state. Pure.
 *
 * @param first as buttons
 * @param more in a menu
 */
record Verbs(List<Verb> first, List<Verb> more) {
    /** All of them. */
    List<Verb> all() {
        List<Verb> all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }

    /** {@code node} is its row in the list of machines, null where it has none. */
    static Verbs of(HiveInfo hive, @Nullable Node node) {
        boolean away = hive.mode() == HiveMode.NETWORK;
        boolean sleeps = away && node != null && node.mac() != null;
        List<Verb> first = new ArrayList<>();
        List<Verb> more = new ArrayList<>();
        switch (hive.status()) {
            case ONLINE, DEGRADED, SUSPECT -> {
                first.add(Verb.DRAIN);
                first.add(Verb.STOP);
                more.add(Verb.RESTART);
                sleeps = false;
            }
            case DRAINING -> {
                first.add(Verb.RESUME);
                first.add(Verb.STOP);
                more.add(Verb.RESTART);
                sleeps = false;
            }
            case STARTING -> first.add(Verb.STOP);
            case STOPPED -> first.add(Verb.START);
            case UNKNOWN, OFFLINE, ERROR -> {
                first.add(Verb.START);
                if (away) {
                    first.add(Verb.LOGIN);
                }
            }
        }
        if (away) {
            more.add(Verb.UPGRADE);
        }
        if (sleeps) {
            more.add(Verb.WAKE);
        }
        if (away) {
            more.add(Verb.REMOVE);
        }
        return new Verbs(List.copyOf(first), List.copyOf(more));
    }
}
