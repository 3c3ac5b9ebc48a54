package dev.rbee.app.chat;

import dev.rbee.app.chats.store.Source;
import dev.rbee.app.live.FleetView;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.Comparator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What is known of an answer only while the program runs. JavaFX thread only. */
final class Live {
    private final ReadOnlyObjectWrapper<Waits.Wait> wait = new ReadOnlyObjectWrapper<>(Waits.FIRST_WORDS);
    private final ReadOnlyBooleanWrapper slotFree = new ReadOnlyBooleanWrapper();
    private @Nullable String watched;
    private int freeThen;
    private int left;
    private long thoughtMs;

    /** What it waits for while nothing has come. */
    ReadOnlyObjectProperty<Waits.Wait> waiting() {
        return wait.getReadOnlyProperty();
    }

    /** Whether the slot of a stopped answer was seen free again. */
    ReadOnlyBooleanProperty slotFree() {
        return slotFree.getReadOnlyProperty();
    }

    /** Old messages that were left out. */
    int left() {
        return left;
    }

    /** How long it thought before it answered, milliseconds; 0 where it did not or nobody knows. */
    long thoughtMs() {
        return thoughtMs;
    }

    void waits(Waits.Wait now) {
        wait.set(now);
    }

    void left(int messages) {
        left = messages;
    }

    void thought(long ms) {
        thoughtMs = ms;
    }

    /** It was stopped: from now on the slots of that worker are watched; of the busiest of its model where nobody knows which it was. */
    void stopped(@Nullable Source source, String model, FleetView view) {
        slotFree.set(false);
        if (!view.connected()) {
            return;
        }
        String worker = source == null ? null : source.worker();
        WorkerInfo there = worker != null
                ? view.workers().get(worker)
                : view.workers().values().stream()
                        .filter(each -> each.modelRef().equals(model))
                        .min(Comparator.comparingInt(WorkerInfo::slotsAvailable))
                        .orElse(null);
        if (there != null) {
            watched = there.id();
            freeThen = there.slotsAvailable();
        }
    }

    void fleet(FleetView now) {
        WorkerInfo there = watched == null ? null : now.workers().get(watched);
        if (there != null && (there.slotsAvailable() > freeThen || there.slotsAvailable() == there.slotsTotal())) {
            watched = null;
            slotFree.set(true);
        }
    }
}
