package dev.rbee.service.queen.routing;

/** The workers of one model (on one hive, where asked), sorted into three groups. Indexes start at 0; the order means nothing. */
public interface Lineup {
    /** No workers at all. */
    Lineup EMPTY = new Lineup() {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public Candidate at(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int freeSize() {
            return 0;
        }

        @Override
        public Candidate free(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int spareSize() {
            return 0;
        }

        @Override
        public Candidate spare(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public double meanLoad() {
            return 0;
        }
    };

    /** All of them that are online, draining ones included. */
    int size();

    /** One of all. */
    Candidate at(int index);

    /** Those that can take a request now. */
    int freeSize();

    /** One of the free. */
    Candidate free(int index);

    /** Those that are used last: suspect, or said to be busy with requests that are not the queen's. */
    int spareSize();

    /** One of the spare. */
    Candidate spare(int index);

    /** Share of all their slots in use, 0 to 1. */
    double meanLoad();
}
