package dev.rbee.service.update.change;

import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.update.UpdateFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The process that changes versions: {@code install|back HOME [but=PID] [then=app|daemon]} or {@code watch HOME PID
 * app|daemon}. Exit code 0: the version asked for is in its place; 3: programs run; 4: the new version does not start; 5: nothing to be done.
 */
public final class ChangeMain {
    private static final Duration ENDING = Duration.ofMinutes(3);
    static final int BUSY = 3;
    static final int KEPT = 4;
    static final int NOTHING = 5;

    private ChangeMain() {}

    /** See the class. */
    public static void main(String[] args) {
        try {
            System.exit(run(args));
        } catch (IOException | ProblemException e) {
            System.out.println(InstantSource.system().instant() + " " + e);
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.exit(1);
        }
    }

    /** A line of {@code update.log}, which this process's output goes into. */
    static void say(String line) {
        System.out.println(line);
    }

    private static int run(String[] args) throws IOException, InterruptedException {
        Home home = Home.at(Path.of(args[1]));
        InstantSource clock = InstantSource.system();
        Duration deadline = Duration.ofSeconds(Integer.getInteger("rbee.update.deadline_s", 90));
        // Somebody looks on, or everything is on its way out.
        Duration patience = but(args).isEmpty() ? ENDING : Duration.ZERO;
        Changer changer = new Changer(home, deadline, patience, clock);
        Watch watch = new Watch(home, deadline, changer, clock);
        return switch (args[0]) {
            case "install" -> afterwards(home, changer.install(but(args)), args);
            case "back" -> afterwards(home, changer.back(but(args), false, null), args);
            case "watch" -> {
                boolean started = watch.watch(Long.parseLong(args[2]));
                if (!started) {
                    start(home, args[3]);
                }
                yield started ? 0 : KEPT;
            }
            default -> throw new IOException("unknown: " + args[0]);
        };
    }

    private static int afterwards(Home home, Changer.End end, String[] args) throws IOException {
        for (String arg : args) {
            if (arg.startsWith("then=")) {
                start(home, arg.substring("then=".length()));
            }
        }
        return code(end);
    }

    private static Set<Long> but(String[] args) {
        Set<Long> but = new HashSet<>();
        Arrays.stream(args)
                .filter(arg -> arg.startsWith("but="))
                .forEach(arg -> but.add(Long.valueOf(arg.substring("but=".length()))));
        return but;
    }

    private static int code(Changer.End end) {
        return switch (end) {
            case SWITCHED -> 0;
            case BUSY -> BUSY;
            case KEPT -> KEPT;
            case NOTHING -> NOTHING;
        };
    }

    /** Starts what is in force now, as the application or as the daemon; under a service manager that starts it itself, nothing. */
    private static void start(Home home, String part) throws IOException {
        boolean served = part.equals("daemon") && System.getenv("INVOCATION_ID") != null;
        String root =
                Change.read(UpdateFolder.of(home).change()).map(Change::root).orElse("");
        if (served || root.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>();
        command.add(Slots.program(Path.of(root)).toString());
        command.add(part.equals("daemon") ? "--daemon" : "app");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null"));
        builder.environment().put("RBEE_HOME", home.path().toString());
        builder.start();
    }
}
