package dev.rbee.app.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.frame.Command;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/** Which commands come first. */
class RankingTest {
    private static final List<Command> SOME = List.of(
            command("Pages", "Go to Home", ""),
            command("Pages", "Go to Hives", ""),
            command("Pages", "Go to Chat", ""),
            command("Worker", "Stop worker", "Qwen3 8B on gpu-1"),
            command("Worker", "Chat with worker", "Qwen3 8B on gpu-1"),
            command("Worker", "Chat with worker", "llama-3.2:3b on this-machine"),
            command("Chat", "Open chat", "Compare a hash map with a B-tree"),
            command("Hive", "Drain hive", "gpu-1"));

    private static Command command(String group, String words, String more) {
        return new Command(group, words, more, Feather.CIRCLE, null, () -> {});
    }

    private static List<String> found(String typed, String... recent) {
        return new Ranking(SOME, List.of(recent))
                .lines(typed).stream().map(RankingTest::words).toList();
    }

    private static String words(Line line) {
        return switch (line) {
            case Line.Head head -> "# " + head.words();
            case Line.More more -> "… " + more.count() + " of " + more.group();
            case Line.Hit hit -> (hit.command().words() + " " + hit.command().more()).strip();
        };
    }

    @Test
    void withNothingTypedAllStandInTheirGroups() {
        List<String> lines = found("  ");
        assertEquals("# Pages", lines.getFirst());
        assertEquals(List.of("# Pages", "# Worker", "# Chat", "# Hive"), heads(lines));
        assertEquals(SOME.size() + 4, lines.size());
    }

    @Test
    void whatWasUsedLastStandsFirstAndOnce() {
        List<String> lines = found("", "Hive|Drain hive|gpu-1", "Pages|Go to Chat|", "Pages|Gone long ago|");
        assertEquals(List.of("# Used last", "Drain hive gpu-1", "Go to Chat"), lines.subList(0, 3));
        assertEquals(
                1,
                lines.stream().filter(line -> line.equals("Drain hive gpu-1")).count());
    }

    @Test
    void oneOfVeryManyIsFoundByTypingOnly() {
        List<Command> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            all.add(new Command("Settings", "Setting", "key-" + i, Feather.CIRCLE, null, () -> {}, i > 1));
        }
        for (int i = 0; i < 7; i++) {
            all.add(command("Pages", "Page", "" + i));
        }
        Ranking ranking = new Ranking(all, List.of());
        List<String> lines = ranking.lines("").stream().map(RankingTest::words).toList();
        assertEquals(
                List.of("# Settings", "Setting key-0", "Setting key-1", "… 7 of Settings", "# Pages"),
                lines.subList(0, 5));
        assertEquals(12, lines.size(), "seven stand there whole: " + lines);
        assertEquals("Setting key-7", words(ranking.lines("key-7").getFirst()));
        List<Line> recent = new Ranking(all, List.of("Settings|Setting|key-7")).lines("");
        assertEquals("Setting key-7", words(recent.get(1)), "what was used last is listed all the same");
    }

    @Test
    void startsOfWordsComeBeforeLettersInside() {
        assertEquals("Go to Chat", found("chat").getFirst());
        assertEquals("Go to Hives", found("hi").getFirst());
        assertEquals("Drain hive gpu-1", found("drain").getFirst());
    }

    @Test
    void everyWordTypedMustFitSomewhere() {
        assertEquals(List.of("Chat with worker Qwen3 8B on gpu-1"), found("chat qwen"));
        assertEquals(List.of("Open chat Compare a hash map with a B-tree"), found("tree"));
        assertEquals(List.of(), found("chat nothing-like-it"));
    }

    @Test
    void firstLettersAndLooseLettersAreEnough() {
        assertEquals("Go to Home", found("gth").getFirst());
        assertEquals("Stop worker Qwen3 8B on gpu-1", found("stwo").getFirst());
        assertEquals(List.of(), found("zq"));
    }

    @Test
    void recentOnesWinAmongEquals() {
        assertEquals(
                "Chat with worker llama-3.2:3b on this-machine",
                found("chat with", "Worker|Chat with worker|llama-3.2:3b on this-machine")
                        .getFirst());
    }

    @Test
    void theTypedLettersAreMarked() {
        Line.Hit hit = (Line.Hit) new Ranking(SOME, List.of()).lines("WORK").getFirst();
        assertEquals("work", hit.command().words().substring(hit.from(), hit.to()));
    }

    @Test
    void tenThousandAreSearchedAndTheRightOneIsFirst() {
        List<Command> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(command("Chat", "Open chat", "conversation number " + i + " about bees and trees"));
        }
        Ranking ranking = new Ranking(many, List.of());
        assertEquals(
                "Open chat conversation number 7351 about bees and trees",
                words(ranking.lines("open 7351").getFirst()));
        assertEquals(8, ranking.lines("").size());
        assertTrue(ranking.lines("bees").size() == 10_000);
    }

    private static List<String> heads(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("#")).toList();
    }
}
