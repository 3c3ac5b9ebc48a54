package dev.rbee.service.hive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of a file, both ends included. Pure.
 *
 * @param partial asked for, rather than the whole
 */
record ByteRange(long first, long last, boolean partial) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * What a Range header asks of a file of that size: empty where it cannot be satisfied; the whole file without a header
     * and for forms that are not one plain range, as RFC 9110 allows.
     */
    static Optional<ByteRange> of(Optional<String> header, long size) {
        ByteRange whole = new ByteRange(0, size - 1, false);
        Matcher matcher = ONE.matcher(header.orElse("").strip());
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.of(whole);
        }
        if (matcher.group(1).isEmpty()) {
            long count = Long.parseLong(matcher.group(2));
            return count == 0 || size == 0
                    ? Optional.empty()
                    : Optional.of(new ByteRange(Math.max(0, size - count), size - 1, true));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
        if (first >= size) {
            return Optional.empty();
        }
        return Optional.of(last < first ? whole : new ByteRange(first, last, true));
    }

    long length() {
        return last - first + 1;
    }
}
