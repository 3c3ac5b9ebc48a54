package dev.rbee.service.update;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.models.fetch.FetchSetup;
import dev.rbee.service.models.fetch.FreeSpace;
import dev.rbee.service.models.fetch.SourceRules;
import dev.rbee.service.models.fetch.Throttle;
import dev.rbee.service.update.feed.Release;
import dev.rbee.service.update.feed.Target;
import dev.rbee.testing.HubFile;
import dev.rbee.testing.HubServer;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okhttp3.Dns;

/** A home, and a server that publishes releases for it. */
final class UpdateHome implements AutoCloseable {
    static final String REPO = "rbee/releases";
    static final String FILE = "rbee-0.2.0-linux-x64.tar.gz";

    final HubServer server = HubServer.start();
    final KeyPair keys = SignedFeed.pair();
    final Home home;
    final UpdateFolder folder;
    String check = "daily";
    InstalledAs installed;
    FreeSpace space = FreeSpace.ofDisk();
    Instant now = SignedFeed.NOW;
    private boolean closed;

    UpdateHome(Path path) {
        home = Home.at(path.resolve("home"));
        folder = UpdateFolder.of(home);
        installed = new InstalledAs("image", path.resolve("place/rbee"));
    }

    Updates updates() {
        return new Updates(new UpdateSetup(
                home,
                server.plainUrl(REPO, "feed.json"),
                List.of(SignedFeed.text(keys)),
                check,
                "0.1.0",
                installed,
                new Target("linux", "x64", installed.kind()),
                Installation.current(),
                new FetchSetup(
                        SourceRules.of(SourceRules.PUBLIC_HUB, Set.of()),
                        Map.of(),
                        Dns.SYSTEM,
                        4,
                        Throttle.none(),
                        space,
                        1 << 20,
                        4,
                        Duration.ofMillis(10),
                        Duration.ofSeconds(20),
                        System::nanoTime,
                        new Random(1)),
                () -> now));
    }

    /** A file at the server, as the feed names it. */
    Release.Package file(long size) {
        HubFile file = server.repo(REPO).random(FILE, size, 11).get(FILE);
        return new Release.Package(
                "linux", "x64", installed.kind(), server.plainUrl(REPO, FILE), file.size(), file.sha256());
    }

    void publish(SignedFeed feed) {
        server.repo(REPO).file("feed.json", feed.document());
        server.repo(REPO).file("feed.json.sig", feed.signatures(keys));
    }

    static ProblemCode refused(Runnable action) {
        return assertThrows(ProblemException.class, action::run).problem().code();
    }

    static String download(Updates updates) {
        return updates.download(null, false, new Updates.Stop(), (phase, done, total) -> {});
    }

    @Override
    public void close() {
        if (!closed) {
            server.close();
        }
        closed = true;
    }
}
