package dev.rbee.worker.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole numbers between two bounds, as grammar. Pure. */
final class IntegerRange {
    private static final long LARGEST = 999_999_999_999_999L;

    private IntegerRange() {}

    static String expression(JsonNode schema, String at) {
        Long least = bound(schema, "minimum", at);
        Long most = bound(schema, "maximum", at);
        Long above = bound(schema, "exclusiveMinimum", at);
        Long below = bound(schema, "exclusiveMaximum", at);
        if (least == null && most == null && above == null && below == null) {
            return "integer";
        }
        long low = Math.max(least == null ? -LARGEST : least, above == null ? -LARGEST : above + 1);
        long high = Math.min(most == null ? LARGEST : most, below == null ? LARGEST : below - 1);
        if (low > high) {
            throw new GbnfFault("at " + at + " there is no whole number between the bounds");
        }
        return "(" + String.join(" | ", between(low, high)) + ") space";
    }

    static List<String> between(long low, long high) {
        List<String> ways = new ArrayList<>();
        if (low < 0) {
            for (String way : positive(Math.max(1, -high), -low)) {
                ways.add("\"-\" " + way);
            }
        }
        if (high >= 0) {
            ways.addAll(positive(Math.max(0, low), high));
        }
        return ways;
    }

    private static List<String> positive(long low, long high) {
        List<String> ways = new ArrayList<>();
        long from = low;
        while (String.valueOf(from).length() < String.valueOf(high).length()) {
            String nines = "9".repeat(String.valueOf(from).length());
            same(String.valueOf(from), nines, "", ways);
            from = Long.parseLong(nines) + 1;
        }
        same(String.valueOf(from), String.valueOf(high), "", ways);
        return ways;
    }

    /** All numbers between two of the same length, which begin with {@code prefix}. */
    private static void same(String low, String high, String prefix, List<String> ways) {
        if (low.isEmpty()) {
            ways.add("\"" + prefix + "\"");
            return;
        }
        int rest = low.length() - 1;
        char first = low.charAt(0);
        char last = high.charAt(0);
        if (first == last) {
            same(low.substring(1), high.substring(1), prefix + first, ways);
            return;
        }
        if (!low.substring(1).equals("0".repeat(rest))) {
            same(low.substring(1), "9".repeat(rest), prefix + first, ways);
            first++;
        }
        char end = last;
        boolean open = !high.substring(1).equals("9".repeat(rest));
        if (open) {
            end--;
        }
        if (first <= end) {
            String digits = rest == 0 ? "" : " [0-9]{" + rest + "}";
            ways.add((prefix.isEmpty() ? "" : "\"" + prefix + "\" ") + "[" + first + "-" + end + "]" + digits);
        }
        if (open) {
            same("0".repeat(rest), high.substring(1), prefix + last, ways);
        }
    }

    private static @Nullable Long bound(JsonNode schema, String word, String at) {
        JsonNode value = schema.get(word);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || Math.abs(value.longValue()) > LARGEST) {
            throw new GbnfFault("at " + at + "/" + word + " there is no whole number of up to 15 digits");
        }
        return value.longValue();
    }
}
