package dev.rbee.service.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The three streams of a command and which of them a person sits at.
 *
 * @param inTty input comes from a keyboard
 * @param outTty output goes to a screen
 * @param errTty errors go to a screen
 * @param color whether escape sequences are welcome on a screen
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean inTty,
        boolean outTty,
        boolean errTty,
        boolean color) {

    /** That of this process. {@code ./rbee} says by {@code rbee.tty} which streams are terminals; without it {@link Streams} looks. */
    public static Terminal ofProcess(Map<String, String> environment) {
        String told = System.getProperty("rbee.tty");
        String terminals = told == null ? Streams.OF_PROCESS.terminals() : told;
        boolean color = !environment.containsKey("NO_COLOR") && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                System.in,
                utf8(System.out),
                utf8(System.err),
                terminals.contains("0"),
                terminals.contains("1"),
                terminals.contains("2"),
                color);
    }

    /** The same bytes-out stream, but always UTF-8 and flushed at each line. */
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
