package dev.rbee.service.models;

import dev.rbee.contract.models.GcReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the store keeps and nobody needs: bytes without a name, downloads that nobody goes on with, remains of copies. Touches the disk. */
final class Garbage {
    private static final Duration REMAINS = Duration.ofDays(1);

    private final Path folder;
    private final Blobs blobs;
    private final Partials partials;
    private final InstantSource clock;

    Garbage(Path folder, Blobs blobs, Partials partials, InstantSource clock) {
        this.folder = folder;
        this.blobs = blobs;
        this.partials = partials;
        this.clock = clock;
    }

    /**
     * Collects it.
     *
     * @param stale age of an unfinished download that counts as given up
     */
    GcReport collect(String hive, Duration stale, boolean dryRun) throws IOException {
        List<GcReport.Item> items = new ArrayList<>();
        Set<String> needed = new HashSet<>();
        Set<String> parts = new HashSet<>();
        for (PartialPlan plan : partials.plans()) {
            if (partials.busy(plan) || age(plan).compareTo(stale) < 0) {
                plan.files().forEach(each -> {
                    needed.add(String.valueOf(each.sha256()));
                    parts.add(each.part());
                });
                parts.add(plan.key());
            } else {
                items.add(new GcReport.Item(
                        hive, plan.id(), bytes(partials, plan), "A download that was not gone on with."));
                plan.files().forEach(each -> parts.add(each.part()));
                parts.add(plan.key());
                if (!dryRun) {
                    partials.remove(plan);
                }
            }
        }
        items.addAll(loose(hive, needed, dryRun));
        items.addAll(remains(hive, parts, dryRun));
        return new GcReport(
                dryRun, items.stream().mapToLong(GcReport.Item::bytes).sum(), items);
    }

    private Duration age(PartialPlan plan) throws IOException {
        Instant newest = Instant.EPOCH;
        for (Path each : files(partials, plan)) {
            Instant at = Files.getLastModifiedTime(each).toInstant();
            newest = at.isAfter(newest) ? at : newest;
        }
        return Duration.between(newest, clock.instant());
    }

    /** Blobs with no other name. Where the system does not count names none is certain. */
    private List<GcReport.Item> loose(String hive, Set<String> needed, boolean dryRun) throws IOException {
        List<GcReport.Item> items = new ArrayList<>();
        for (String sha256 : blobs.all()) {
            Path blob = blobs.path(sha256);
            if (!needed.contains(sha256) && !partials.held(sha256) && Blobs.links(blob) == 1) {
                items.add(item(hive, blob, "No model uses these bytes."));
                if (!dryRun) {
                    Files.deleteIfExists(blob);
                }
            }
        }
        return items;
    }

    /** Files of downloads without a plan, and of copies that were not finished. */
    private List<GcReport.Item> remains(String hive, Set<String> parts, boolean dryRun) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path each : partials.entries()) {
            String name = each.getFileName().toString();
            if (parts.stream().noneMatch(part -> name.startsWith(part + "."))) {
                files.add(each);
            }
        }
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(each -> each.getFileName().toString().matches("\\..*\\.part"))
                    .forEach(files::add);
        }
        List<GcReport.Item> items = new ArrayList<>();
        for (Path each : files) {
            Instant at =
                    Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS).toInstant();
            if (Duration.between(at, clock.instant()).compareTo(REMAINS) > 0) {
                items.add(item(hive, each, "Left over from a download or copy that was broken off."));
                if (!dryRun) {
                    Files.deleteIfExists(each);
                }
            }
        }
        return items;
    }

    private GcReport.Item item(String hive, Path file, String why) throws IOException {
        return new GcReport.Item(hive, folder.relativize(file).toString(), Files.size(file), why);
    }

    /** What an unfinished download has on the disk. */
    static long bytes(Partials partials, PartialPlan plan) throws IOException {
        long bytes = 0;
        for (Path each : files(partials, plan)) {
            bytes += Files.size(each);
        }
        return bytes;
    }

    private static List<Path> files(Partials partials, PartialPlan plan) {
        return partials.entries().stream()
                .filter(each -> {
                    String name = each.getFileName().toString();
                    return name.startsWith(plan.key() + ".")
                            || plan.files().stream().anyMatch(piece -> name.startsWith(piece.part() + "."));
                })
                .toList();
    }
}
