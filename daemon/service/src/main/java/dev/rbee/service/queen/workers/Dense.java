package dev.rbee.service.queen.workers;

import java.util.Arrays;

/** An unordered set of cells with adding, removing and indexing in constant time. Guarded by the registry's lock. */
final class Dense {
    /** Three sets in each of two groups. */
    static final int KINDS = 6;

    private final int kind;
    private WorkerCell[] cells = new WorkerCell[4];
    private int size;

    /** {@code kind}: which of a cell's places belongs to this set. */
    Dense(int kind) {
        this.kind = kind;
    }

    int size() {
        return size;
    }

    WorkerCell get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return cells[index];
    }

    void set(WorkerCell cell, boolean member) {
        boolean now = cell.places[kind] >= 0;
        if (member && !now) {
            if (size == cells.length) {
                cells = Arrays.copyOf(cells, size * 2);
            }
            cells[size] = cell;
            cell.places[kind] = size++;
        } else if (!member && now) {
            int hole = cell.places[kind];
            WorkerCell last = cells[--size];
            cells[hole] = last;
            last.places[kind] = hole;
            Arrays.fill(cells, size, size + 1, null);
            cell.places[kind] = -1;
        }
    }
}
