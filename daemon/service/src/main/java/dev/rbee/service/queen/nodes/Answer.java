package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell.Ran;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What one of our scripts said: {@code key=value} lines, a key as often as it likes. Whatever a login shell said around them is left out. */
final class Answer {
    private record Line(String key, String value) {}

    private final List<Line> lines;

    private Answer(List<Line> lines) {
        this.lines = lines;
    }

    /** Throws {@code node_unsuitable} where the script did not run to its end. */
    static Answer of(Ran ran) {
        List<String> all = ran.out().lines().toList();
        int begin = all.indexOf("rbee=begin");
        int end = all.lastIndexOf("rbee=end");
        if (begin < 0 || end < begin) {
            throw new ProblemException(Problem.of(
                            ProblemCode.NODE_UNSUITABLE,
                            begin < 0
                                    ? "The machine does not answer as a Unix shell does."
                                    : "A command on the machine ended in its middle (status " + ran.status() + ").",
                            begin < 0
                                    ? "rbee sets up Linux and macOS machines; the login needs a POSIX shell as /bin/sh."
                                    : "Look at the details, then try again.")
                    .withDetails((ran.err() + "\n" + ran.out()).strip()));
        }
        List<Line> lines = new ArrayList<>();
        for (String line : all.subList(begin + 1, end)) {
            int at = line.indexOf('=');
            if (at > 0) {
                lines.add(new Line(line.substring(0, at), line.substring(at + 1).strip()));
            }
        }
        return new Answer(lines);
    }

    /** The last value of that key that is not empty. */
    Optional<String> get(String key) {
        return all(key).reduce((first, second) -> second);
    }

    /** The same; empty text where there is none. */
    String text(String key) {
        return get(key).orElse("");
    }

    /** The same as a whole number; empty where it is none. */
    OptionalLong number(String key) {
        return whole(text(key));
    }

    /** A text of digits as a number; empty for any other. */
    static OptionalLong whole(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** All values of that key that are not empty. */
    Stream<String> all(String key) {
        return lines.stream()
                .filter(line -> line.key().equals(key) && !line.value().isEmpty())
                .map(Line::value);
    }

    /** True where the key was said with {@code yes}. */
    boolean says(String key) {
        return text(key).equals("yes");
    }

    /** Throws what the script refused; nothing where it did not. */
    Answer orRefuse(String path) {
        Optional<String> refused = get("refused");
        if (refused.isPresent()) {
            throw Refusals.of(refused.get(), text("why"), path);
        }
        return this;
    }
}
