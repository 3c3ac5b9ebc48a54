package dev.rbee.app.chats;

/** Titles from first words. Pure. */
public final class Titles {
    private static final int LONGEST = 60;

    private Titles() {}

    /** The first line of what was said that has words in it, without Markdown's marks, cut at a word; {@code other} where there is none. */
    public static String of(String said, String other) {
        String line = said.lines()
                .map(each -> each.replaceAll("^[\\s#>*`+-]+|[*`]+", "")
                        .replaceAll("\\s+", " ")
                        .strip())
                .filter(each -> each.codePoints().anyMatch(Character::isLetterOrDigit))
                .findFirst()
                .orElse("");
        return line.isEmpty() ? other : cut(line);
    }

    private static String cut(String line) {
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        String front = line.substring(0, line.offsetByCodePoints(0, LONGEST - 1));
        int space = front.lastIndexOf(' ');
        return (space > LONGEST / 2 ? front.substring(0, space) : front).stripTrailing() + "…";
    }
}
