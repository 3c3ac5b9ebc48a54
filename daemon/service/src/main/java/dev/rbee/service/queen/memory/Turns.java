package dev.rbee.service.queen.memory;

import dev.rbee.service.queen.memory.Holder.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides who has a hive's memory. Pure.
 *
 * <p>Idle workers make room, the longest idle first, but not before they have been there for their stay. Where that is not enough and the demand
 * has waited for a stay, also those that have something to do take nothing new, finish, and go. So two models that do not fit together are
 * served in batches of at least a stay each, never by a swap for each request; nobody's answer is cut, and nobody waits for ever.
 */
public final class Turns {
    private Turns() {}

    /** What is to be done for {@code demand} in that room. {@code now}: the owner's monotonic clock. */
    public static Step next(Room room, Demand demand, MemoryRules rules, long now) {
        long missing = demand.bytes() - room.freeBytes();
        if (missing <= 0) {
            return new Step.Start(true);
        }
        if (!rules.evict()) {
            return new Step.Start(false);
        }
        long coming = room.coming();
        if (missing <= coming) {
            return new Step.Wait("a worker is ending to make room");
        }
        if (!demand.first()) {
            return new Step.Wait("another model has waited longer for the memory of hive " + room.hive());
        }
        missing -= coming;
        long stay = rules.stay().toNanos();
        List<Holder> idle = sorted(room, Stage.IDLE, Holder.LONGEST_IDLE, holder -> now - holder.readyNanos() >= stay);
        List<Holder> all = new ArrayList<>(idle);
        if (bytes(idle) < missing && now - demand.sinceNanos() >= stay) {
            all.addAll(sorted(room, Stage.BUSY, Holder.LONGEST_READY, holder -> now - holder.readyNanos() >= stay));
        }
        if (bytes(all) >= missing) {
            return new Step.Unload(
                    enough(all, missing).stream().map(Holder::worker).toList());
        }
        return hopeless(room, missing) ? new Step.Start(false) : new Step.Wait(why(room, demand, now, stay));
    }

    private static List<Holder> sorted(Room room, Stage stage, Comparator<Holder> order, Predicate<Holder> turnOver) {
        return mayGo(room)
                .filter(holder -> holder.stage() == stage)
                .filter(turnOver)
                .sorted(order)
                .toList();
    }

    private static Stream<Holder> mayGo(Room room) {
        return room.holders().stream().filter(holder -> !holder.keep());
    }

    /** As few of them as need be, the first ones first. */
    private static List<Holder> enough(List<Holder> inOrder, long missing) {
        List<Holder> chosen = new ArrayList<>();
        long sum = 0;
        for (Holder holder : inOrder) {
            if (sum >= missing) {
                break;
            }
            chosen.add(holder);
            sum += holder.bytes();
        }
        for (Holder holder : List.copyOf(chosen)) { // a large one at the end may make small ones needless
            if (sum - holder.bytes() >= missing) {
                chosen.remove(holder);
                sum -= holder.bytes();
            }
        }
        return chosen;
    }

    /** Whether it would not fit if all went that may, those that are still to come included. */
    private static boolean hopeless(Room room, long missing) {
        return mayGo(room)
                                .filter(holder -> holder.stage() != Stage.LEAVING)
                                .mapToLong(Holder::bytes)
                                .sum()
                        + room.reservedBytes()
                < missing;
    }

    private static String why(Room room, Demand demand, long now, long stay) {
        String names = String.join(
                ", ",
                mayGo(room)
                        .filter(holder -> holder.stage() != Stage.LEAVING)
                        .map(Holder::model)
                        .distinct()
                        .sorted()
                        .toList());
        long left = Math.max(0, stay - (now - demand.sinceNanos())) / 1_000_000_000L;
        return "hive " + room.hive() + " has no memory for it beside " + names + ", which " + "may stay "
                + (left > 0 ? "for " + left + " s more" : "until its turn is over");
    }

    private static long bytes(List<Holder> holders) {
        return holders.stream().mapToLong(Holder::bytes).sum();
    }
}
