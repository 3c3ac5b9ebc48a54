package dev.rbee.app.catalog;

import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.jobs.Transfer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Downloads in words. Pure. */
public final class TransferWords {
    private static final Words WORDS = Words.of(TransferWords.class);

    private TransferWords() {}

    /** Whether the job moves a model. */
    public static boolean moves(JobInfo job) {
        return job.kind().equals("pull") || job.transfer() != null;
    }

    /** Its pill. */
    public static Badge badge(JobInfo job) {
        return switch (job.state()) {
            case DONE -> new Badge(Tone.READY, Feather.CHECK, WORDS.get("transfer.done"));
            case FAILED -> new Badge(Tone.ERROR, Feather.ALERT_CIRCLE, WORDS.get("transfer.failed"));
            case CANCELLED -> new Badge(Tone.OFFLINE, Feather.SLASH, WORDS.get("transfer.cancelled"));
            case RUNNING ->
                phase(job.transfer() == null ? "connecting" : job.transfer().phase());
        };
    }

    private static Badge phase(String phase) {
        return switch (phase) {
            case "queued" -> new Badge(Tone.OFFLINE, Feather.CLOCK, WORDS.get("transfer.queued"));
            case "paused" -> new Badge(Tone.WARN, Feather.PAUSE, WORDS.get("transfer.paused"));
            case "verifying" -> new Badge(Tone.LOADING, Feather.SHIELD, WORDS.get("transfer.checking"));
            case "copying" -> new Badge(Tone.LOADING, Feather.COPY, WORDS.get("transfer.copying"));
            case "downloading" -> new Badge(Tone.LOADING, Feather.DOWNLOAD, WORDS.get("transfer.downloading"));
            default -> new Badge(Tone.LOADING, Feather.LOADER, phase);
        };
    }

    /** Whether it waits for the user to let it go on. */
    public static boolean paused(JobInfo job) {
        Transfer transfer = job.transfer();
        return job.state() == JobState.RUNNING
                && transfer != null
                && transfer.phase().equals("paused");
    }

    /** How far it is, 0 to 1; null where that cannot be said. */
    public static @Nullable Double share(JobInfo job) {
        Transfer transfer = job.transfer();
        Long total = transfer == null ? null : transfer.totalBytes();
        if (transfer != null && total != null && total > 0) {
            return Math.clamp((double) transfer.doneBytes() / total, 0, 1);
        }
        return job.progress();
    }

    /** {@code 1.2 of 4.7 GB · 39.8 MB/s · 1 min left}. */
    public static String line(JobInfo job) {
        Transfer transfer = job.transfer();
        if (transfer == null) {
            return job.message() == null ? "" : job.message();
        }
        List<String> parts = new ArrayList<>();
        Long total = transfer.totalBytes();
        parts.add(total == null ? Units.bytes(transfer.doneBytes()) : Units.share(transfer.doneBytes(), total));
        if (job.state() == JobState.RUNNING) {
            rate(transfer, parts);
        }
        return String.join("  ·  ", parts);
    }

    private static void rate(Transfer transfer, List<String> parts) {
        if (transfer.bytesPerSecond() >= 1 && !transfer.phase().equals("paused")) {
            parts.add(Units.bytes((long) transfer.bytesPerSecond()) + "/s");
            Double eta = transfer.etaS();
            if (eta != null) {
                parts.add(WORDS.get("transfer.left", Units.span(Math.round(Math.ceil(eta)))));
            }
        }
    }

    /** For the bar at the bottom: {@code qwen3:8b 42 % · 38.0 MB/s · 1 min left}, or several together; empty where none runs. */
    public static String summary(Collection<JobInfo> jobs) {
        List<JobInfo> moving = jobs.stream()
                .filter(job -> job.state() == JobState.RUNNING && moves(job) && !paused(job))
                .toList();
        if (moving.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        JobInfo first = moving.getFirst();
        Double share = together(moving);
        String percent = share == null ? "" : String.format(Locale.ROOT, " %.0f %%", Math.floor(share * 100));
        parts.add((moving.size() == 1 ? first.title() : WORDS.get("transfer.downloads", String.valueOf(moving.size())))
                + percent);
        if (moving.size() == 1 && first.transfer() != null) {
            rate(first.transfer(), parts);
        } else {
            double rate = moving.stream()
                    .mapToDouble(
                            job -> job.transfer() == null ? 0 : job.transfer().bytesPerSecond())
                    .sum();
            if (rate >= 1) {
                parts.add(Units.bytes((long) rate) + "/s");
            }
        }
        return String.join("  ·  ", parts);
    }

    private static @Nullable Double together(List<JobInfo> jobs) {
        double sum = 0;
        for (JobInfo job : jobs) {
            Double share = share(job);
            if (share == null) {
                return null;
            }
            sum += share;
        }
        return sum / jobs.size();
    }
}
