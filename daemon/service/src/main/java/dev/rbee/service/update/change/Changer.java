package dev.rbee.service.update.change;

import dev.rbee.contract.json.Json;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.update.UpdateFolder;
import dev.rbee.service.update.change.Change.Phase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges the version in force with the one that waits beside it, in a process of its own. Tries the new one first. Killed at any moment it
 * leaves one of them whole in its place, and can be run again. One at a time.
 */
final class Changer {
    /** What comes of it. */
    enum End {
        /** the new version is in its place */
        SWITCHED,
        /** it does not start here; the old one stays */
        KEPT,
        /** programs of the old one run; it is tried again when they have ended */
        BUSY,
        /** there is nothing to be done */
        NOTHING
    }

    private final Path home;
    private final UpdateFolder folder;
    private final Duration deadline;
    private final Duration patience;
    private final InstantSource clock;

    /**
     * For that home.
     *
     * @param deadline for each part of a trial
     * @param patience with programs of the old version that are ending
     */
    Changer(Home home, Duration deadline, Duration patience, InstantSource clock) {
        this.home = home.path();
        this.folder = UpdateFolder.of(home);
        this.deadline = deadline;
        this.patience = patience;
        this.clock = clock;
    }

    /** Puts the new version in its place. Blocks; {@code but} may run on. */
    End install(Set<Long> but) throws IOException, InterruptedException {
        try (FileChannel channel = lock();
                FileLock lock = channel.tryLock()) {
            Change change = lock == null ? null : Change.read(folder.change()).orElse(null);
            if (change == null || (change.phase() != Phase.STAGED && change.phase() != Phase.SWITCHING)) {
                return End.NOTHING;
            }
            Slots slots = new Slots(Path.of(change.root()));
            Exchange.mend(slots.root(), slots.other());
            if (slots.inForce(change.to())) {
                return switched(slots, change); // a killed one came so far
            }
            if (patience.isZero() && !Programs.of(slots.root(), but).isEmpty()) {
                say("rbee " + change.from() + " runs; " + change.to() + " waits for its end");
                return End.BUSY; // with somebody looking on, who need not wait for a trial
            }
            String failure = new Trial(slots.other(), change.to(), folder.trial(), deadline).failure();
            if (failure != null) {
                return kept(slots, change, failure);
            }
            return exchange(slots, change, but);
        }
    }

    private End exchange(Slots slots, Change change, Set<Long> but) throws IOException, InterruptedException {
        List<ProcessHandle> busy = Programs.awaitNone(slots.root(), but, patience);
        if (!busy.isEmpty()) {
            String pids = busy.stream().map(each -> Long.toString(each.pid())).collect(Collectors.joining(", "));
            say("rbee " + change.from() + " runs (process " + pids + "); " + change.to() + " waits for its end");
            return End.BUSY;
        }
        new Before(home, folder.before()).save();
        Files.deleteIfExists(folder.started());
        Files.deleteIfExists(folder.watched());
        watched(change);
        change.to(Phase.SWITCHING, now(), null).write(folder.change());
        Exchange.swap(slots.root(), slots.other());
        return switched(slots, change);
    }

    private void watched(Change change) throws IOException {
        List<String> command = new ArrayList<>(Keeper.again(ChangeMain.class));
        command.addAll(List.of("watch", home.toString()));
        PrivateFiles.replace(folder.watch(), Json.write(new FirstStart.Watched(change.to(), command)) + "\n");
    }

    private End switched(Slots slots, Change change) throws IOException {
        change.to(Phase.SWITCHED, now(), null).write(folder.change());
        say("rbee " + change.to() + " is in " + slots.root());
        return End.SWITCHED;
    }

    private End kept(Slots slots, Change change, String failure) throws IOException {
        change.to(Phase.KEPT, now(), "rbee " + change.to() + " was tried before it was installed: " + failure)
                .write(folder.change());
        Slots.delete(slots.other());
        say("rbee " + change.to() + " does not start here: " + failure);
        return End.KEPT;
    }

    /**
     * Puts the version before back. Blocks; {@code but} may run on.
     *
     * @param data whether what it wrote comes back with it: always, or only where the new version has given it another form
     */
    End back(Set<Long> but, boolean data, @Nullable String why) throws IOException, InterruptedException {
        try (FileChannel channel = lock();
                FileLock lock = channel.tryLock()) {
            Change change = lock == null ? null : Change.read(folder.change()).orElse(null);
            if (change == null
                    || (change.phase() != Phase.SWITCHED
                            && change.phase() != Phase.DONE
                            && change.phase() != Phase.SWITCHING)) {
                return End.NOTHING;
            }
            Slots slots = new Slots(Path.of(change.root()));
            Exchange.mend(slots.root(), slots.other());
            if (!slots.inForce(change.to())) {
                change.to(Phase.BACK, now(), why).write(folder.change());
                return End.SWITCHED; // a killed one came so far
            }
            List<ProcessHandle> busy = Programs.awaitNone(slots.root(), but, patience);
            if (!busy.isEmpty()) {
                say("rbee " + change.to() + " runs; end it first");
                return End.BUSY;
            }
            Before before = new Before(home, folder.before());
            if (data || before.changed()) {
                before.restore(folder.path().resolve("after-" + change.to()));
            }
            Exchange.swap(slots.root(), slots.other());
            Files.deleteIfExists(folder.watch());
            change.to(Phase.BACK, now(), why).write(folder.change());
            say("rbee " + change.from() + " is in " + slots.root() + " again");
            return End.SWITCHED;
        }
    }

    private FileChannel lock() throws IOException {
        return FileChannel.open(folder.create().lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private Instant now() {
        return clock.instant();
    }

    private void say(String line) {
        ChangeMain.say(now() + " " + line);
    }
}
