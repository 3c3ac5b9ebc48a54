package dev.rbee.service.models.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which bytes of a file are there: ranges that neither touch nor overlap. One thread at a time. */
final class ByteRanges {
    /** From inclusive, to exclusive. */
    record Range(long from, long to) {
        long length() {
            return to - from;
        }
    }

    private final TreeMap<Long, Long> ranges = new TreeMap<>();
    private long total;

    /** Adds what is there now; what was there already does not matter. */
    void add(long from, long to) {
        if (from >= to) {
            return;
        }
        long start = from;
        long end = to;
        Map.Entry<Long, Long> before = ranges.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
            remove(before);
        }
        for (Map.Entry<Long, Long> next = ranges.ceilingEntry(start);
                next != null && next.getKey() <= end;
                next = ranges.ceilingEntry(start)) {
            end = Math.max(end, next.getValue());
            remove(next);
        }
        ranges.put(start, end);
        total += end - start;
    }

    private void remove(Map.Entry<Long, Long> range) {
        ranges.remove(range.getKey());
        total -= range.getValue() - range.getKey();
    }

    /** How many bytes are there. */
    long total() {
        return total;
    }

    /** How many are there from the beginning on without a gap. */
    long prefix() {
        Map.Entry<Long, Long> first = ranges.firstEntry();
        return first == null || first.getKey() > 0 ? 0 : first.getValue();
    }

    /** End of the last range. */
    long end() {
        return ranges.isEmpty() ? 0 : ranges.lastEntry().getValue();
    }

    List<Range> ranges() {
        List<Range> list = new ArrayList<>();
        ranges.forEach((from, to) -> list.add(new Range(from, to)));
        return list;
    }

    /** What is missing of so many bytes, in order. */
    List<Range> gaps(long size) {
        List<Range> gaps = new ArrayList<>();
        long at = 0;
        for (Range range : ranges()) {
            if (range.from() > at) {
                gaps.add(new Range(at, Math.min(range.from(), size)));
            }
            at = Math.max(at, range.to());
        }
        if (at < size) {
            gaps.add(new Range(at, size));
        }
        return gaps;
    }
}
