package dev.rbee.service.update.feed;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version that can be compared: {@code 0.2.0}, {@code 1.0.0-rc.1}; a release is newer than what leads to it.
 *
 * @param numbers without zeros at the end
 * @param before what it leads to a release by, {@code rc.1}; empty for a release
 */
public record VersionNumber(List<Integer> numbers, String before) implements Comparable<VersionNumber> {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9}){0,3})(?:-([0-9A-Za-z]+(?:[.-][0-9A-Za-z]+){0,8}))?");
    private static final int LONGEST = 60;

    /** Whether the text is a version. */
    public static boolean is(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** Throws {@link IllegalArgumentException} for what is none. */
    public static VersionNumber parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no version");
        }
        List<Integer> all =
                Arrays.stream(form.group(1).split("\\.")).map(Integer::valueOf).toList();
        int end = all.size();
        while (end > 1 && all.get(end - 1) == 0) {
            end--;
        }
        return new VersionNumber(all.subList(0, end), form.group(2) == null ? "" : form.group(2));
    }

    /** Not a release yet. */
    public boolean preview() {
        return !before.isEmpty();
    }

    @Override
    public int compareTo(VersionNumber other) {
        int order = Arrays.compare(numbers.toArray(Integer[]::new), other.numbers.toArray(Integer[]::new));
        if (order != 0) {
            return order;
        }
        if (before.isEmpty() || other.before.isEmpty()) {
            return Boolean.compare(before.isEmpty(), other.before.isEmpty());
        }
        return previews(before.split("[.-]"), other.before.split("[.-]"));
    }

    private static int previews(String[] mine, String[] theirs) {
        for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
            int order = part(mine[i], theirs[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine.length, theirs.length);
    }

    private static int part(String mine, String theirs) {
        boolean number = mine.matches("\\d{1,9}");
        boolean other = theirs.matches("\\d{1,9}");
        if (number && other) {
            return Integer.compare(Integer.parseInt(mine), Integer.parseInt(theirs));
        }
        return number == other ? mine.compareTo(theirs) : Boolean.compare(other, number);
    }
}
