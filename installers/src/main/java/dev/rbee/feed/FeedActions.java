package dev.rbee.feed;

import com.fasterxml.jackson.databind.SerializationFeature;
import dev.rbee.contract.json.Json;
import dev.rbee.service.update.feed.Feed;
import dev.rbee.service.update.feed.FeedKey;
import dev.rbee.service.update.feed.FeedText;
import dev.rbee.service.update.feed.Release;
import dev.rbee.service.update.feed.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be done with a feed. */
final class FeedActions {
    private FeedActions() {}

    /** {@code keygen}. */
    @Command(
            name = "keygen",
            description = "Make a key: FILE.pem, to be kept secret, and FILE.pub, to be built into rbee.")
    static final class Keygen implements Callable<Integer> {
        @Parameters(paramLabel = "FILE.pem")
        Path pem = Path.of("feed.pem");

        @Override
        public Integer call() throws IOException {
            FeedKey key = KeyFile.create(pem).key();
            FeedMain.say("key " + key.name() + "\n" + key.text());
            return 0;
        }
    }

    /** {@code add}. */
    @Command(
            name = "add",
            sortOptions = false,
            description = "Put a release into a feed, which is made where there is none; sign it afterwards.")
    static final class Add implements Callable<Integer> {
        @Option(names = "--feed", required = true, paramLabel = "FILE")
        Path feed = Path.of("feed.json");

        @Option(names = "--release", required = true, paramLabel = "VERSION")
        String version = "";

        @Option(names = "--base", required = true, paramLabel = "URL", description = "Where the files are published.")
        String base = "";

        @Option(names = "--notes", paramLabel = "FILE", description = "What is new, plain text.")
        @Nullable
        Path notes;

        @Option(names = "--notes-url", paramLabel = "URL")
        @Nullable
        String notesUrl;

        @Option(names = "--min-version", paramLabel = "V", description = "What must be there for it to be put over.")
        @Nullable
        String minVersion;

        @Option(names = "--rollout", paramLabel = "PERCENT", description = "To so many machines unasked.")
        @Nullable
        Integer rollout;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Packages; others are left out.")
        List<Path> files = new ArrayList<>();

        @Override
        public Integer call() throws IOException {
            Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
            List<Release.Package> packages = new ArrayList<>();
            for (Path file : files) {
                if (PackageName.is(String.valueOf(file.getFileName()))) {
                    packages.add(PackageName.describe(file, base));
                }
            }
            if (packages.isEmpty()) {
                throw new IOException("none of these files is a package of rbee");
            }
            Release release = new Release(
                    version,
                    now,
                    notes == null ? null : Files.readString(notes).strip(),
                    notesUrl,
                    minVersion,
                    rollout,
                    packages);
            Feed before = Files.exists(feed)
                    ? FeedText.parse(Files.readAllBytes(feed))
                    : new Feed(Feed.SCHEMA, Feed.PRODUCT, 0, now, now, null, null, List.of());
            List<Release> all = new ArrayList<>(List.of(release));
            before.releases().stream()
                    .filter(other -> !other.version().equals(version))
                    .forEach(all::add);
            write(feed, with(before, all, before.serial() + 1, now, now.plus(Duration.ofDays(30))));
            FeedMain.say(feed + ": rbee " + version + " in " + packages.size() + " packages; sign it now");
            return 0;
        }
    }

    /** {@code sign}. */
    @Command(
            name = "sign",
            sortOptions = false,
            description =
                    "Give a feed the next number and a new date of expiry, and sign it. To be repeated before it expires.")
    static final class Sign implements Callable<Integer> {
        @Option(names = "--feed", required = true, paramLabel = "FILE")
        Path feed = Path.of("feed.json");

        @Option(names = "--key", required = true, paramLabel = "FILE.pem", description = "Several may sign it.")
        List<Path> keys = new ArrayList<>();

        @Option(names = "--days", paramLabel = "N", description = "It expires after so many days (30).")
        int days = 30;

        @Option(names = "--name-key", paramLabel = "FILE.pub", description = "A further key to be trusted from now on.")
        List<Path> named = new ArrayList<>();

        @Option(names = "--give-up", paramLabel = "NAME", description = "A key not to be trusted any more.")
        List<String> givenUp = new ArrayList<>();

        @Override
        public Integer call() throws IOException {
            Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
            Feed before = FeedText.parse(Files.readAllBytes(feed));
            List<String> more = new ArrayList<>(before.newKeys());
            for (Path file : named) {
                more.add(FeedKey.parse(Files.readString(file)).text());
            }
            List<String> gone = new ArrayList<>(before.givenUp());
            gone.addAll(givenUp);
            Feed fresh = new Feed(
                    Feed.SCHEMA,
                    Feed.PRODUCT,
                    before.serial() + 1,
                    now,
                    now.plus(Duration.ofDays(days)),
                    more.stream().distinct().toList(),
                    gone.stream().distinct().toList(),
                    before.releases());
            byte[] document = write(feed, fresh);
            StringBuilder lines = new StringBuilder();
            for (Path key : keys) {
                KeyFile pair = KeyFile.read(key);
                lines.append(Signatures.line(document, pair.key(), pair.secret()));
            }
            Files.writeString(beside(feed), lines);
            FeedMain.say(feed + ": number " + fresh.serial() + ", until " + fresh.expires());
            return 0;
        }
    }

    /** {@code verify}. */
    @Command(name = "verify", description = "Check a feed and its signature as rbee does.")
    static final class Verify implements Callable<Integer> {
        @Option(names = "--feed", required = true, paramLabel = "FILE")
        Path feed = Path.of("feed.json");

        @Option(names = "--key", required = true, paramLabel = "FILE.pub")
        List<Path> keys = new ArrayList<>();

        @Override
        public Integer call() throws IOException {
            byte[] document = Files.readAllBytes(feed);
            List<FeedKey> trusted = new ArrayList<>();
            for (Path key : keys) {
                trusted.add(FeedKey.parse(Files.readString(key)));
            }
            FeedKey signer = Signatures.signer(document, Files.readAllBytes(beside(feed)), trusted)
                    .orElseThrow(() -> new IOException(feed + " is not signed by any of these keys"));
            Feed read = FeedText.parse(document);
            FeedMain.say(feed + ": number " + read.serial() + ", until " + read.expires() + ", signed by "
                    + signer.name() + ", " + read.releases().size() + " releases");
            return 0;
        }
    }

    private static Feed with(Feed before, List<Release> releases, long serial, Instant now, Instant expires) {
        return new Feed(Feed.SCHEMA, Feed.PRODUCT, serial, now, expires, before.keys(), before.revoked(), releases);
    }

    /** Writes it so that people can read it, after a look whether rbee would; the bytes. */
    private static byte[] write(Path file, Feed feed) throws IOException {
        byte[] document =
                Json.MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(feed);
        var _ = FeedText.parse(document);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, document);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return document;
    }

    private static Path beside(Path feed) {
        return feed.resolveSibling(feed.getFileName() + ".sig");
    }
}
