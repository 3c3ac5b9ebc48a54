package dev.rbee.service.update;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.models.fetch.FetchControl;
import dev.rbee.service.settings.Settings;
import dev.rbee.service.update.UpdateStatus.State;
import dev.rbee.service.update.change.Change;
import dev.rbee.service.update.change.Change.Phase;
import dev.rbee.service.update.change.Slots;
import dev.rbee.service.update.change.Staging;
import dev.rbee.service.update.feed.Choice;
import dev.rbee.service.update.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * New versions of rbee, for the command line, the application and the daemon alike. All that is known lies on the disk, so that each of them sees
 * what the others did. Thread-safe; every method blocks, those that ask the network say so.
 */
public final class Updates {
    private final UpdateSetup setup;
    private final UpdateFolder folder;
    private final Trust trust;
    private final Known known;

    /** Is told how far a download is, several times a second. Must not block. */
    public interface Progress {
        /** {@code phase} as a download's: connecting, downloading, waiting, verifying. */
        void at(String phase, long doneBytes, long totalBytes);
    }

    Updates(UpdateSetup setup) {
        this.setup = setup;
        this.folder = UpdateFolder.of(setup.home());
        this.trust = new Trust(setup.keys());
        this.known = new Known(folder, trust);
    }

    /** Of this process. Throws {@code config_invalid} for a key in the settings that is none. */
    public static Updates of(
            Home home,
            Settings settings,
            Installation installation,
            Map<String, String> environment,
            InstantSource clock) {
        return new Updates(UpdateSetup.of(home, settings, installation, environment, clock));
    }

    /** How this rbee was installed. */
    public InstalledAs installed() {
        return setup.installed();
    }

    /** What is known. Asks nobody. */
    public UpdateStatus status() {
        UpdateMemory memory = known.memory();
        Optional<Change> change = Change.read(folder.change());
        Choice.Offer offer =
                choice().flatMap(choice -> choice.newest(-1, Set.of())).orElse(null);
        Optional<Change> staged = change.filter(each -> each.phase() == Phase.STAGED);
        Path file = here(offer);
        return new UpdateStatus(
                staged.isPresent() ? State.STAGED : state(memory, offer, file != null),
                setup.version(),
                setup.installed().kind(),
                setup.feed(),
                setup.check(),
                memory.checked(),
                offer == null ? null : offered(offer),
                file == null ? null : file.toString(),
                file == null || setup.installed().byItself()
                        ? null
                        : setup.installed().command(file, false),
                change.map(this::last).orElse(null));
    }

    private @Nullable Path here(Choice.@Nullable Offer offer) {
        if (offer == null) {
            return null;
        }
        Path file = folder.packages().resolve(offer.file().fileName());
        return whole(file, offer) ? file : null;
    }

    private State state(UpdateMemory memory, Choice.@Nullable Offer offer, boolean here) {
        if (setup.feed().isEmpty() || !trust.any()) {
            return State.NO_FEED;
        }
        if (memory.checked() == null) {
            return State.UNKNOWN;
        }
        return offer == null ? State.NEWEST : here ? State.DOWNLOADED : State.AVAILABLE;
    }

    private static UpdateStatus.Offered offered(Choice.Offer offer) {
        return new UpdateStatus.Offered(
                offer.release().version(),
                offer.release().published(),
                offer.release().notes(),
                offer.release().notesUrl(),
                offer.file().url(),
                offer.file().size());
    }

    private UpdateStatus.@Nullable Last last(Change change) {
        String result = switch (change.phase()) {
            case STAGED -> "";
            case SWITCHING, SWITCHED -> "waiting";
            case DONE -> "updated";
            case KEPT -> "kept";
            case BACK -> "back";
        };
        boolean mayGoBack =
                change.phase() == Phase.DONE && Files.isDirectory(new Slots(Path.of(change.root())).other());
        return result.isEmpty()
                ? null
                : new UpdateStatus.Last(result, change.from(), change.to(), change.at(), change.why(), mayGoBack);
    }

    /**
     * Asks the feed. Throws what it takes to say why that did not work; what was known before stays then. Network.
     *
     * @return whether there is a newer version for this machine, unasked
     */
    public boolean check() {
        FeedSource source = source();
        Feed feed = known.take(source.fetch(), setup.clock().instant());
        UpdateMemory memory = known.memory();
        return choice(feed).newest(memory.bucket(), Set.copyOf(memory.failed())).isPresent();
    }

    /**
     * Fetches a version, whole and checked; goes on with what an earlier attempt left. Network.
     *
     * @param version null: the newest one
     * @param older whether an older one than runs will do
     * @param stop ends it soon; what came is kept
     * @return the version
     */
    public String download(@Nullable String version, boolean older, Stop stop, Progress progress) {
        Choice.Offer offer = chosen(version, older);
        Path file = folder.create().packages().resolve(offer.file().fileName());
        if (setup.installed().kind().isEmpty()) {
            throw byHand(file);
        }
        if (!whole(file, offer)) {
            forget(offer);
            long size = offer.file().size();
            FetchControl control =
                    new FetchControl((phase, done, total) -> progress.at(phase, done, total == null ? size : total));
            stop.joins(control::stop);
            var _ = source().fetch(offer, folder.packages(), control);
        }
        return offer.release().version();
    }

    /**
     * Unpacks a version that was fetched, so that it is installed when rbee ends. Throws {@code update_refused} where rbee was not installed in a
     * way that it can change by itself.
     */
    public void stage(String version) {
        Choice.Offer offer = chosen(version, true);
        Path file = folder.packages().resolve(offer.file().fileName());
        if (!setup.installed().byItself()) {
            throw byHand(file);
        }
        String found = hash(file);
        if (!offer.file().sha256().equals(found)) {
            delete(file);
            throw ProblemException.of(
                    ProblemCode.HASH_MISMATCH,
                    file.getFileName() + " is not what the feed promises any more; it was deleted.",
                    "Fetch it again. If that happens again, the disk may be failing.");
        }
        staging().stage(file, setup.version(), version, setup.clock().instant());
        delete(file);
    }

    /** The command that installs a version that was fetched, where rbee cannot do it by itself. */
    public List<String> command(String version) {
        Choice.Offer offer = chosen(version, true);
        boolean older = choice().map(choice -> choice.older(offer.release())).orElse(false);
        return setup.installed().command(folder.packages().resolve(offer.file().fileName()), older);
    }

    /** Gives up a version that waits for the end of rbee. */
    public void discard() {
        if (Change.read(folder.change())
                .filter(change -> change.phase() == Phase.STAGED)
                .isPresent()) {
            staging().discard();
        }
    }

    /**
     * Has a version that waits installed as soon as this process and all other programs of rbee have ended; nothing where none waits.
     *
     * @param then what is started afterwards, {@code app} or {@code daemon}; null: nothing
     * @return whether one waits
     */
    public boolean installAfterwards(@Nullable String then) {
        if (!setup.installed().byItself() || !changes().waiting()) {
            return false;
        }
        changes().afterwards(then);
        return true;
    }

    /** What exchanges versions. Throws {@code update_refused} where rbee cannot do that by itself. */
    public Changes changes() {
        return new Changes(slots(), folder, setup.home(), setup.installation());
    }

    /** Notes what came of the last change, and clears up behind it. Asks nobody. */
    public void settle() {
        Change change = Change.read(folder.change()).orElse(null);
        if (change == null) {
            return;
        }
        if ((change.phase() == Phase.KEPT || change.phase() == Phase.BACK)
                && change.why() != null
                && !known.memory().failed().contains(change.to())) {
            known.failed(change.to());
        }
        if (change.phase() == Phase.DONE && setup.installed().byItself()) {
            changes().clearUp();
        }
    }

    private Choice.Offer chosen(@Nullable String version, boolean older) {
        Choice choice = choice().orElseThrow(() -> ProblemException.of(
                ProblemCode.UPDATE_REFUSED, "No feed was believed yet.", "Check for updates first."));
        if (version == null) {
            return choice.newest(-1, Set.of())
                    .orElseThrow(() -> ProblemException.of(
                            ProblemCode.UPDATE_REFUSED,
                            "rbee " + setup.version() + " is the newest version for this machine.",
                            null));
        }
        Choice.Offer offer = choice.exactly(version)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.UPDATE_REFUSED,
                        "The feed has no rbee " + version + " for this machine.",
                        "`rbee update` shows what there is."));
        if (choice.older(offer.release()) && !older) {
            throw ProblemException.of(
                    ProblemCode.UPDATE_REFUSED,
                    "rbee " + version + " is older than " + setup.version() + ", which runs.",
                    "Add --allow-older if that is what you want; what newer versions have written may not be readable"
                            + " for it.");
        }
        if (!choice.reachable(offer.release())) {
            throw ProblemException.of(
                    ProblemCode.UPDATE_REFUSED,
                    "rbee " + version + " can be put over " + offer.release().minVersion() + " or newer only.",
                    "Install " + offer.release().minVersion() + " first.");
        }
        return offer;
    }

    private Optional<Choice> choice() {
        return known.feed().map(this::choice);
    }

    private Choice choice(Feed feed) {
        return new Choice(feed, setup.version(), setup.target());
    }

    private FeedSource source() {
        if (setup.feed().isEmpty() || !trust.any()) {
            throw ProblemException.of(
                    ProblemCode.UPDATE_REFUSED,
                    "This rbee knows no feed that announces releases"
                            + (setup.feed().isEmpty() ? "." : ": no key is known that may sign it."),
                    "Set update.feed and update.keys, or install new versions by hand; docs/updates.md says how.");
        }
        if (setup.check().equals("off")) {
            throw ProblemException.of(
                    ProblemCode.UPDATE_REFUSED,
                    "Asking for new versions is switched off (update.check).",
                    "Set it to \"request\" or \"daily\".");
        }
        return new FeedSource(setup.feed(), setup.fetch());
    }

    private Slots slots() {
        Path root = setup.installed().root();
        if (root == null || !setup.installed().byItself()) {
            throw byHand(folder.packages());
        }
        return new Slots(root);
    }

    private Staging staging() {
        return new Staging(slots(), folder);
    }

    private ProblemException byHand(Path file) {
        List<String> command = setup.installed().command(file, false);
        return ProblemException.of(
                ProblemCode.UPDATE_REFUSED,
                command.isEmpty()
                        ? "This rbee runs from its sources; git brings new versions."
                        : "This rbee belongs to the system, so the system's own tool installs new versions.",
                command.isEmpty()
                        ? "Run git pull; the next start builds it."
                        : "Run " + String.join(" ", command) + ".");
    }

    private static boolean whole(Path file, Choice.Offer offer) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == offer.file().size();
        } catch (IOException e) {
            return false;
        }
    }

    /** What was fetched for other versions. */
    private void forget(Choice.Offer but) {
        try (Stream<Path> files = Files.list(folder.packages())) {
            files.filter(file -> !String.valueOf(file.getFileName())
                            .startsWith(but.file().sha256()))
                    .forEach(Updates::delete);
        } catch (IOException e) {
            // they are in the way of nothing but room
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // likewise
        }
    }

    private static String hash(Path file) {
        try {
            return FileHash.of(file);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.UPDATE_REFUSED,
                            "There is no " + file.getFileName() + " any more.",
                            "Download it first."),
                    e);
        }
    }

    /** Ends a download from outside. Thread-safe. */
    public static final class Stop {
        private @Nullable Runnable action;
        private boolean asked;

        /** A download that nobody stops yet. */
        public Stop() {}

        /** Stops it, now or as soon as it begins. */
        public void now() {
            Runnable todo;
            synchronized (this) {
                asked = true;
                todo = action;
            }
            if (todo != null) {
                todo.run();
            }
        }

        void joins(Runnable stop) {
            boolean already;
            synchronized (this) {
                action = stop;
                already = asked;
            }
            if (already) {
                stop.run();
            }
        }
    }
}
