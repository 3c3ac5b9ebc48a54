package dev.rbee.service.hive.process;

/**
 * The ports workers may listen on.
 *
 * @param first lowest; 0 lets the system choose
 * @param last highest, included
 */
public record PortRange(int first, int last) {
    /** Any free port of the system. */
    public static final PortRange ANY = new PortRange(0, 0);

    /** Throws {@link IllegalArgumentException} for a range that is none. */
    public PortRange {
        if (first < 0 || last < first || last > 65_535 || (first == 0 && last != 0)) {
            throw new IllegalArgumentException("ports " + first + "-" + last + " are no range");
        }
    }

    /** Parses {@code 8080-9999}, {@code 8080} or {@code 0}; throws {@link IllegalArgumentException}. */
    public static PortRange parse(String text) {
        String trimmed = text.strip();
        if (!trimmed.matches("\\d{1,5}(\\s*-\\s*\\d{1,5})?")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no port range; write for example 8080-9999, or 0 for any free port");
        }
        String[] ends = trimmed.split("\\s*-\\s*", 2);
        int first = Integer.parseInt(ends[0]);
        return new PortRange(first, ends.length == 2 ? Integer.parseInt(ends[1]) : first);
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
