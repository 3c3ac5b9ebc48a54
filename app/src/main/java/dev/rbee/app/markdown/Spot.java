package dev.rbee.app.markdown;

/**
 * A place between two characters.
 *
 * @param words number of the text
 * @param index characters before it
 */
record Spot(int words, int index) implements Comparable<Spot> {
    @Override
    public int compareTo(Spot other) {
        return words == other.words ? Integer.compare(index, other.index) : Integer.compare(words, other.words);
    }
}
