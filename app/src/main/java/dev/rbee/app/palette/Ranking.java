package dev.rbee.app.palette;

import dev.rbee.app.frame.Command;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which commands are shown for what was typed, best first. Made each time the palette opens; immutable, pure, quick with 10 000 commands. */
final class Ranking {
    private static final Words WORDS = Words.of(Ranking.class);
    private static final int IN_WORDS = 30;
    private static final int IN_MORE = 20;
    private static final int RECENT = 24;

    /** So many of a group stand there with nothing typed; one more where that is all of them. */
    private static final int LISTED = 6;

    private record Entry(Command command, String words, String more, String group, int order, int recent) {}

    private record Scored(Entry entry, int score) {}

    private final List<Entry> entries;

    /** {@code recent} are names of commands, the last used first. */
    Ranking(List<Command> commands, List<String> recent) {
        Map<String, Integer> places = new HashMap<>();
        recent.forEach(name -> places.putIfAbsent(name, places.size()));
        entries = new ArrayList<>(commands.size());
        for (Command command : commands) {
            entries.add(new Entry(
                    command,
                    lower(command.words()),
                    lower(command.more()),
                    lower(command.group()),
                    entries.size(),
                    places.getOrDefault(name(command), -1)));
        }
    }

    /** What tells a command from all others, the same in the next start. */
    static String name(Command command) {
        return command.group() + "|" + command.words() + "|" + command.more();
    }

    /** How many there are. */
    int size() {
        return entries.size();
    }

    /** Some of each group where nothing is typed, what was used last before them; else the best first, without groups. */
    List<Line> lines(String typed) {
        String[] tokens = lower(typed).strip().split("\\s+");
        return tokens[0].isEmpty() ? grouped() : best(tokens);
    }

    private List<Line> grouped() {
        List<Line> lines = new ArrayList<>();
        List<Entry> recent = entries.stream()
                .filter(entry -> entry.recent >= 0)
                .sorted(Comparator.comparingInt(Entry::recent))
                .toList();
        if (!recent.isEmpty()) {
            lines.add(new Line.Head(WORDS.get("palette.recent")));
            recent.forEach(entry -> lines.add(new Line.Hit(entry.command, 0, 0)));
        }
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.recent < 0) {
                groups.computeIfAbsent(entry.command.group(), group -> new ArrayList<>())
                        .add(entry);
            }
        }
        groups.forEach((group, members) -> {
            List<Entry> listed =
                    members.stream().filter(entry -> !entry.command.searched()).toList();
            int shown = listed.size() <= LISTED + 1 ? listed.size() : LISTED;
            lines.add(new Line.Head(group));
            listed.subList(0, shown).forEach(entry -> lines.add(new Line.Hit(entry.command, 0, 0)));
            if (shown < members.size()) {
                lines.add(new Line.More(group, members.size() - shown));
            }
        });
        return lines;
    }

    private List<Line> best(String[] tokens) {
        List<Scored> found = new ArrayList<>();
        for (Entry entry : entries) {
            int score = score(entry, tokens);
            if (score > 0) {
                found.add(new Scored(entry, score));
            }
        }
        found.sort(Comparator.comparingInt(Scored::score).reversed().thenComparingInt(scored -> scored.entry.order));
        List<Line> lines = new ArrayList<>(found.size());
        for (Scored scored : found) {
            int from = Fuzzy.together(tokens[0], scored.entry.words);
            lines.add(
                    from < 0
                            ? new Line.Hit(scored.entry.command, 0, 0)
                            : new Line.Hit(scored.entry.command, from, from + tokens[0].length()));
        }
        return lines;
    }

    private static int score(Entry entry, String[] tokens) {
        int sum = entry.recent < 0 ? 0 : Math.max(4, RECENT - entry.recent);
        sum += entry.more.isEmpty() ? 6 : 0;
        for (String token : tokens) {
            int best = Math.max(
                    weigh(Fuzzy.score(token, entry.words), IN_WORDS), weigh(Fuzzy.score(token, entry.more), IN_MORE));
            int group = entry.group.contains(token) ? 30 : Fuzzy.NONE;
            int most = Math.max(best, group);
            if (most < 0) {
                return Fuzzy.NONE;
            }
            sum += most;
        }
        return sum;
    }

    private static int weigh(int score, int field) {
        return score < 0 ? score : score + field;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
