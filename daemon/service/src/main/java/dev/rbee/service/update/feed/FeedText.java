package dev.rbee.service.update.feed;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a feed, strictly: it comes from outside. Pure; throws {@link IllegalArgumentException} that says what is wrong. */
public final class FeedText {
    /** Systems a package may be for. */
    public static final Set<String> SYSTEMS = Set.of("linux", "macos", "windows");
    /** Processors. */
    public static final Set<String> ARCHS = Set.of("x64", "arm64");
    /** Kinds of files. */
    public static final Set<String> KINDS = Set.of("image", "deb", "rpm", "msi", "exe", "dmg", "pkg");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern KEY_NAME = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,150}");
    private static final long LARGEST_FILE = 4L << 30;
    private static final int MOST_RELEASES = 500;
    private static final int MOST_PACKAGES = 60;
    private static final int MOST_KEYS = 8;
    private static final int LONGEST_NOTES = 20_000;
    private static final int LONGEST_ADDRESS = 2_000;

    private FeedText() {}

    /** The feed in that text. */
    public static Feed parse(byte[] json) {
        Feed feed;
        try {
            feed = Json.read(json, Feed.class);
        } catch (ProblemException e) {
            throw new IllegalArgumentException("it is no feed: " + e.getMessage(), e);
        }
        demand(Feed.PRODUCT.equals(feed.product()), "it is not the feed of rbee");
        demand(feed.schema() == Feed.SCHEMA, "its schema is " + feed.schema() + ", not " + Feed.SCHEMA);
        demand(feed.serial() > 0, "it has no serial number");
        demand(feed.published() != null && feed.expires() != null, "it does not say from when and until when it holds");
        demand(feed.expires().isAfter(feed.published()), "it expires before it is published");
        demand(feed.releases() != null && feed.releases().size() <= MOST_RELEASES, "it has no list of releases");
        keys(feed);
        Set<String> versions = new HashSet<>();
        for (Release release : feed.releases()) {
            check(release);
            demand(versions.add(release.version()), release.version() + " is there twice");
        }
        return feed;
    }

    private static void keys(Feed feed) {
        demand(feed.newKeys().size() <= MOST_KEYS && feed.givenUp().size() <= MOST_KEYS, "it names too many keys");
        for (String key : feed.newKeys()) {
            demand(key != null, "it names a key that is none");
            FeedKey.parse(key);
        }
        for (String name : feed.givenUp()) {
            demand(name != null && KEY_NAME.matcher(name).matches(), "it gives up a key that has no such name");
        }
    }

    private static void check(Release release) {
        demand(release != null && release.version() != null, "a release has no version");
        String version = release.version();
        demand(VersionNumber.is(version), "a release has the version " + shown(version));
        demand(release.published() != null, version + " has no date");
        String min = release.minVersion();
        demand(min == null || VersionNumber.is(min), version + " wants the version " + shown(min));
        Integer share = release.rollout();
        demand(share == null || (share >= 0 && share <= 100), version + " goes to " + share + " percent");
        demand(text(release.notes()), version + " has strange notes");
        String more = release.notesUrl();
        demand(
                more == null || (more.startsWith("https://") && address(more)),
                version + " has no address for its notes");
        List<Release.Package> packages = release.packages();
        demand(packages != null && packages.size() <= MOST_PACKAGES, version + " has no packages, or too many");
        Set<String> seen = new HashSet<>();
        for (Release.Package each : packages) {
            demand(each != null && known(each), version + " has a package for a strange machine");
            demand(seen.add(each.system() + each.arch() + each.kind()), version + " has a package twice");
            demand(each.url() != null && address(each.url()), version + " has a package without an address");
            demand(FILE.matcher(each.fileName()).matches(), version + " has a package with a strange name");
            demand(each.size() > 0 && each.size() <= LARGEST_FILE, version + " has a package without a size");
            demand(matches(HASH, each.sha256()), version + " has a package without a SHA-256");
        }
    }

    private static boolean known(Release.Package each) {
        return each.system() != null
                && each.arch() != null
                && each.kind() != null
                && SYSTEMS.contains(each.system())
                && ARCHS.contains(each.arch())
                && KINDS.contains(each.kind());
    }

    private static boolean address(String text) {
        if (text.length() > LONGEST_ADDRESS) {
            return false;
        }
        try {
            URI address = URI.create(text);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean text(@Nullable String notes) {
        return notes == null
                || (notes.length() <= LONGEST_NOTES
                        && notes.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'));
    }

    private static boolean matches(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static String shown(@Nullable String text) {
        String plain = String.valueOf(text).replaceAll("\\p{Cntrl}", "?");
        return "\"" + (plain.length() > 60 ? plain.substring(0, 60) + "…" : plain) + "\"";
    }

    private static void demand(boolean holds, String why) {
        if (!holds) {
            throw new IllegalArgumentException(why);
        }
    }
}
