package dev.rbee.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.boot.Main;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.AutoComplete;

/** Manual and completions against the commands, and against the programs that read them where these are installed. */
class ManualTest {
    private static final Command ROOT = Command.of(Main.commands());
    private static final Path FRAMES =
            Path.of("../jpackage/linux").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private static String page(String name) throws IOException {
        return new ManPage("1.2.3", Instant.EPOCH).of(Files.readString(FRAMES.resolve(name)), ROOT);
    }

    private String said(Map<String, String> environment, String... command) throws Exception {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, command[0]))),
                command[0] + " is not installed, so that this was left out");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    @Test
    void pageHasEveryCommandAndOption() throws IOException {
        String page = page("rbee.1").replace("\\-", "-");
        assertTrue(ROOT.all().count() > 50);
        ROOT.all().filter(command -> command.commands().isEmpty()).forEach(command -> {
            int start = page.indexOf(".SS \"" + command.name());
            assertTrue(start > 0, command.name());
            int end = page.indexOf("\n.S", start + 1);
            String part = page.substring(start, end);
            command.options().stream()
                    .filter(option -> !option.everywhere())
                    .flatMap(option -> option.names().stream())
                    .forEach(name -> assertTrue(part.contains("fB" + name + "\\fR"), command.name() + " " + name));
            command.arguments().forEach(argument -> assertTrue(part.contains(".I \"" + argument.label() + "\"")));
        });
        ROOT.options().forEach(option -> assertTrue(page.contains(option.names().getFirst()), option.toString()));
        assertFalse(page.matches("(?s).*@(options|commands|version|date)@.*"), page);
        assertTrue(page("rbee-daemon.1").contains("\\-\\-port"));
    }

    @Test
    void manReadsThePagesWithoutAComplaint() throws Exception {
        for (String name : List.of("rbee.1", "rbee-daemon.1")) {
            Path file = folder.resolve(name);
            Files.writeString(file, page(name));
            String said = said(
                    Map.of("MANROFFSEQ", "", "MANWIDTH", "80", "LC_ALL", "C.UTF-8"),
                    "man",
                    "--warnings",
                    "-l",
                    file.toString());
            assertFalse(said.contains("warning"), said);
            assertTrue(said.contains("EXIT STATUS"), said);
        }
    }

    @Test
    void completionsHaveEveryCommand() {
        String fish = FishCompletion.of(ROOT);
        String zsh = ZshCompletion.of(ROOT);
        String bash = AutoComplete.bash("rbee", Main.commands());
        ROOT.all().filter(command -> !command.equals(ROOT)).forEach(command -> {
            String last = command.words().getLast();
            assertTrue(fish.contains(" -f -a " + last + " -d "), command.name());
            assertTrue(zsh.contains("' " + command.below() + "') at="), command.name());
            assertTrue(bash.contains("\"" + last + "\"") || bash.contains(last), command.name());
        });
    }

    @Test
    void bashTakesIt() throws Exception {
        Path file = folder.resolve("rbee");
        Files.writeString(file, AutoComplete.bash("rbee", Main.commands()));
        String line = "compopt() { :; }; source " + file
                + "; COMP_WORDS=(rbee model im); COMP_CWORD=2; _complete_rbee; echo ${COMPREPLY[@]}";
        assertEquals("import", said(Map.of(), "bash", "--norc", "-c", line).strip());
    }

    @Test
    void fishOffersWhatIsMeant() throws Exception {
        Path file = folder.resolve("rbee.fish");
        Files.writeString(file, FishCompletion.of(ROOT));
        String source = "source " + file + "; complete -C ";
        assertTrue(said(Map.of(), "fish", "-c", source + "'rbee mod'").startsWith("model\tFind"));
        assertTrue(
                said(Map.of(), "fish", "-c", source + "'rbee --json worker sp'").startsWith("spawn\tStart"));
        assertEquals("", said(Map.of(), "fish", "-c", source + "'rbee infer --daem'"));
        assertTrue(said(Map.of(), "fish", "-c", source + "'rbee infer --max'").startsWith("--max-tokens"));
    }

    @Test
    void zshOffersWhatIsMeant() throws Exception {
        Path file = folder.resolve("_rbee");
        Files.writeString(file, ZshCompletion.of(ROOT));
        String stand = "_describe() { print -l $1 ${(P)2} }; _files() { print files }; compadd() { print added }; ";
        String model = said(Map.of(), "zsh", "-fc", stand + "words=(rbee model ''); CURRENT=3; source " + file);
        assertTrue(model.startsWith("command\nlist:"), model);
        assertFalse(model.contains("infer:"), model);
        String option = said(Map.of(), "zsh", "-fc", stand + "words=(rbee infer --m); CURRENT=3; source " + file);
        assertTrue(option.startsWith("option\n") && option.contains("--model:"), option);
        String files = said(Map.of(), "zsh", "-fc", stand + "words=(rbee model import ''); CURRENT=4; source " + file);
        assertEquals("files\n", files);
    }
}
