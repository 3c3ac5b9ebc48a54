package dev.rbee.service.cli;

import dev.rbee.contract.jobs.Transfer;
import org.jspecify.annotations.Nullable;

/** A transfer as one short line. Pure. */
final class TransferText {
    private static final int LONGEST_NAME = 40;

    private TransferText() {}

    /** {@code 2.1 of 5.0 GB, 34.2 MB/s, 1 min 25 s left  Qwen3-8B-Q4_K_M.gguf}. */
    static String of(Transfer transfer) {
        return switch (transfer.phase()) {
            case "downloading", "copying" -> moving(transfer);
            case "queued" -> "waits for other downloads  " + name(transfer);
            case "connecting" -> "connecting  " + name(transfer);
            case "verifying" -> "checking  " + name(transfer);
            case "paused" -> "paused at " + Words.bytes(transfer.doneBytes()) + "  " + name(transfer);
            default -> transfer.phase() + "  " + name(transfer);
        };
    }

    /** How much of it is there, 0 to 1; null where nobody knows. */
    static @Nullable Double part(Transfer transfer) {
        Long total = transfer.totalBytes();
        return total == null || total <= 0 ? null : (double) transfer.doneBytes() / total;
    }

    private static String moving(Transfer transfer) {
        StringBuilder text = new StringBuilder(Words.bytes(transfer.doneBytes()));
        Long total = transfer.totalBytes();
        if (total != null) {
            text.append(" of ").append(Words.bytes(total));
        }
        if (transfer.bytesPerSecond() > 0) {
            text.append(", ").append(Words.rate(transfer.bytesPerSecond()));
        }
        Double left = transfer.etaS();
        if (left != null) {
            text.append(", ").append(Words.left(left)).append(" left");
        }
        return text.append(transfer.phase().equals("copying") ? " from another hive" : "")
                .append("  ")
                .append(name(transfer))
                .toString();
    }

    private static String name(Transfer transfer) {
        String name = transfer.what();
        return name.length() <= LONGEST_NAME ? name : "…" + name.substring(name.length() - LONGEST_NAME + 1);
    }
}
