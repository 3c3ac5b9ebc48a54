package dev.rbee.manual;

import dev.rbee.manual.Command.Argument;
import dev.rbee.manual.Command.Option;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code rbee(1)} and {@code rbee-daemon(1)}: a frame of words, and in it the commands as they are. */
public final class ManPage {
    private final String version;
    private final String date;

    /** Of that version, at that time. */
    public ManPage(String version, Instant time) {
        this.version = version;
        this.date = DateTimeFormatter.ISO_LOCAL_DATE.format(time.atZone(ZoneOffset.UTC));
    }

    /**
     * The page.
     *
     * @param frame with {@code @date@}, {@code @version@} and, each on a line of its own, {@code @options@} and {@code @commands@}
     * @param root the command whose own options and commands are meant
     */
    public String of(String frame, Command root) {
        return frame.lines()
                        .map(line -> switch (line) {
                            case "@options@" ->
                                root.options().stream().map(ManPage::option).collect(Collectors.joining("\n"));
                            case "@commands@" ->
                                root.all()
                                        .filter(command -> command.commands().isEmpty())
                                        .map(ManPage::command)
                                        .collect(Collectors.joining("\n"));
                            default -> line.replace("@date@", date).replace("@version@", version);
                        })
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String command(Command command) {
        StringBuilder page = new StringBuilder(".SS \"")
                .append(escaped(command.name()))
                .append(command.arguments().stream().map(ManPage::shown).collect(Collectors.joining()))
                .append("\"\n")
                .append(line(command.text()));
        for (Argument argument : command.arguments()) {
            page.append("\n.TP\n.I \"")
                    .append(escaped(argument.label()))
                    .append("\"\n")
                    .append(line(argument.text()));
        }
        List<Option> own = command.options().stream()
                .filter(option -> !option.everywhere())
                .toList();
        own.forEach(option -> page.append('\n').append(option(option)));
        return page.toString();
    }

    private static String shown(Argument argument) {
        String label = escaped(argument.label()) + (argument.many() ? "..." : "");
        return argument.needed() ? " " + label : " [" + label + "]";
    }

    private static String option(Option option) {
        String names = option.names().stream().map(ManPage::escaped).collect(Collectors.joining("\\fR, \\fB"));
        String value = option.value().isEmpty() ? "" : "=\\fI" + escaped(option.value()) + "\\fR";
        String values = option.values().isEmpty()
                ? ""
                : " One of " + String.join(", ", option.values()).toLowerCase(Locale.ROOT) + ".";
        return ".TP\n\\fB" + names + "\\fR" + value + "\n" + line(option.text() + values);
    }

    /** A line of text, which must not look like a request. */
    private static String line(String text) {
        String escaped = escaped(text);
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("\"", "\\(dq")
                .replace("…", "...");
    }
}
