package dev.rbee.service.update;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.fetch.FetchControl;
import dev.rbee.service.models.fetch.FetchRequest;
import dev.rbee.service.models.fetch.FetchSetup;
import dev.rbee.service.models.fetch.FetchSource;
import dev.rbee.service.models.fetch.Fetched;
import dev.rbee.service.models.fetch.HttpFetcher;
import dev.rbee.service.models.fetch.SourceRules;
import dev.rbee.service.models.fetch.Web;
import dev.rbee.service.update.feed.Choice;
import dev.rbee.service.update.feed.Feed;
import dev.rbee.service.update.feed.Release;
import dev.rbee.service.update.feed.Signatures;
import java.nio.file.Path;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * The feed and the files it names, fetched as models are: https only, through the environment's proxy, no private addresses but the feed's own
 * host. Sends nothing but the request with rbee's version in it. Thread-safe; calls block.
 */
final class FeedSource {
    private final HttpUrl address;
    private final FetchSetup setup;

    /** Throws {@code config_invalid} for what is no address. */
    FeedSource(String address, FetchSetup usual) {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null || url.querySize() > 0 || url.fragment() != null) {
            throw ProblemException.of(
                    ProblemCode.CONFIG_INVALID,
                    "update.feed is no address of a feed.",
                    "Write one like https://example.org/rbee/feed.json, or leave it empty.");
        }
        this.address = url;
        String shown = url.host().indexOf(':') >= 0 ? "[" + url.host() + "]" : url.host();
        setup = usual.withRules(SourceRules.of(SourceRules.PUBLIC_HUB, Set.of(shown + ":" + url.port())));
    }

    /** A feed as it came. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Came(byte[] document, byte[] signatures) {}

    /** The feed and its signatures, which lie beside it with {@code .sig} behind the name. Gives up at the first failure. */
    Came fetch() {
        return new Came(read(address, Feed.LARGEST), read(HttpUrl.get(address + ".sig"), Signatures.LARGEST));
    }

    /** By a connection of its own: some servers close theirs after each answer. */
    private byte[] read(HttpUrl from, int most) {
        try (Web web = new Web(setup, 1)) {
            return web.read(from, null, most);
        } catch (ProblemException e) {
            throw meaning(e);
        }
    }

    /** A file of the offer, whole and with the hash the feed promises; goes on with what an earlier attempt left. */
    Path fetch(Choice.Offer offer, Path folder, FetchControl control) {
        Release.Package file = offer.file();
        Path target = folder.resolve(file.fileName());
        try (HttpFetcher fetcher = new HttpFetcher(setup)) {
            Fetched fetched = fetcher.fetch(
                    new FetchRequest(
                            file.fileName(),
                            new FetchSource.Outside(file.url(), null),
                            folder.resolve(file.sha256() + ".part"),
                            file.size(),
                            file.sha256(),
                            hash -> target),
                    control);
            return fetched.file();
        } catch (ProblemException e) {
            throw meaning(e);
        }
    }

    /** The same problem in words that are about updates. */
    private static ProblemException meaning(ProblemException e) {
        Problem problem = e.problem();
        Problem meant = switch (problem.code()) {
            case HUB_RATE_LIMITED ->
                Problem.of(ProblemCode.RATE_LIMITED, problem.message(), "Try again in some minutes.");
            case SOURCE_FORBIDDEN ->
                Problem.of(
                        problem.code(),
                        problem.message(),
                        "Releases come over https from public hosts, or from the very host that update.feed names.");
            case STORAGE_FULL ->
                Problem.of(problem.code(), problem.message(), "Make room; what came is kept, and goes on then.");
            default -> problem;
        };
        return new ProblemException(meant, e);
    }
}
