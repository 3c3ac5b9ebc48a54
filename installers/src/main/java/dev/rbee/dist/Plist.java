package dev.rbee.dist;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of a bundle of macOS, {@code Info.plist}: jpackage's, made to say what it has no options for. */
final class Plist {
    private Plist() {}

    /** With that text for a key, which must be there. */
    static String with(String plist, String key, String text) {
        Matcher matcher = Pattern.compile("(<key>" + Pattern.quote(key) + "</key>\\s*<string>)[^<]*(</string>)")
                .matcher(plist);
        if (!matcher.find()) {
            throw new IllegalArgumentException("Info.plist says no " + key);
        }
        return matcher.replaceFirst(result -> Matcher.quoteReplacement(result.group(1) + text + result.group(2)));
    }

    /** With further keys before its end. Keys that it has already are taken out first, since the first of two would count. */
    static String extended(String plist, String keys) {
        String rest = plist;
        Matcher names = Pattern.compile("(?m)^<key>([^<]+)</key>").matcher(keys);
        while (names.find()) {
            rest = rest.replaceFirst(
                    "\\s*<key>" + Pattern.quote(names.group(1)) + "</key>\\s*<(string)>[^<]*</string>", "");
        }
        int end = rest.lastIndexOf("</dict>");
        if (end < 0) {
            throw new IllegalArgumentException("Info.plist has no end");
        }
        return rest.substring(0, end) + keys.strip() + "\n" + rest.substring(end);
    }
}
