package dev.rbee.service.settings;

/** Ports from {@code first} to {@code last}, both included; written {@code 8080-9999}. */
public record PortRange(int first, int last) {
    /** Checks the order and the bounds 1 to 65535. */
    public PortRange {
        if (first < 1 || last > 65535 || first > last) {
            throw new IllegalArgumentException("a range of ports goes from 1 to 65535 and upwards, as in 8080-9999");
        }
    }

    /** Parses {@code 8080-9999} or a single port. Throws {@link IllegalArgumentException}. */
    public static PortRange parse(String text) {
        String[] ends = text.strip().split("\\s*-\\s*", -1);
        if (ends.length > 2 || !ends[0].matches("\\d{1,5}") || !ends[ends.length - 1].matches("\\d{1,5}")) {
            throw new IllegalArgumentException("a range of ports looks like 8080-9999");
        }
        return new PortRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
