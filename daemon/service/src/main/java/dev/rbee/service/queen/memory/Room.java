package dev.rbee.service.queen.memory;

import java.util.List;

/**
 * The memory of one hive at one moment.
 *
 * @param freeBytes that nobody uses and nobody else has reserved; negative where more is reserved than there is
 * @param reservedBytes that others have reserved: they hold it soon
 * @param holders its workers
 */
public record Room(String hive, long freeBytes, long reservedBytes, List<Holder> holders) {
    /** What comes free by itself: its workers are ending. */
    long coming() {
        return holders.stream()
                .filter(holder -> holder.stage() == Holder.Stage.LEAVING)
                .mapToLong(Holder::bytes)
                .sum();
    }
}
