package dev.rbee.service.update.feed;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Which release is for this machine. Pure. */
public final class Choice {
    private final Feed feed;
    private final VersionNumber current;
    private final Target target;

    /** A release and the file of it that is meant for this machine. */
    public record Offer(Release release, Release.Package file) {}

    /** From that feed for a machine that runs {@code current}. */
    public Choice(Feed feed, String current, Target target) {
        this.feed = feed;
        this.current = VersionNumber.parse(current);
        this.target = target;
    }

    /**
     * The newest release that is newer than what runs and can be put over it. Previews are for those who run one.
     *
     * @param bucket of this machine, 0 to 99; -1: somebody asks, and does not wait for the roll-out to reach this machine
     * @param failed versions that did not start here; offered to those who ask only
     */
    public Optional<Offer> newest(int bucket, Set<String> failed) {
        boolean asked = bucket < 0;
        return feed.releases().stream()
                .filter(release -> release.number().compareTo(current) > 0)
                .filter(release -> current.preview() || !release.number().preview())
                .filter(this::reachable)
                .filter(release -> asked || (release.reaches(bucket) && !failed.contains(release.version())))
                .sorted(Comparator.comparing(Release::number).reversed())
                .flatMap(release -> offer(release).stream())
                .findFirst();
    }

    /** That very release, older ones too; empty where the feed has none for this machine. */
    public Optional<Offer> exactly(String version) {
        return feed.releases().stream()
                .filter(release -> release.version().equals(version))
                .findFirst()
                .flatMap(this::offer);
    }

    /** Whether it may be put over what runs. */
    public boolean reachable(Release release) {
        String least = release.minVersion();
        return least == null || VersionNumber.parse(least).compareTo(current) <= 0;
    }

    /** Whether it is older than what runs. */
    public boolean older(Release release) {
        return release.number().compareTo(current) < 0;
    }

    private Optional<Offer> offer(Release release) {
        return release.packages().stream().filter(target::fits).findFirst().map(file -> new Offer(release, file));
    }
}
