package dev.rbee.service.cli;

import dev.rbee.service.update.UpdateStatus;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What is known about new versions, as text. Pure. */
final class UpdateText {
    private UpdateText() {}

    static String of(UpdateStatus status) {
        List<String> lines = new ArrayList<>();
        UpdateStatus.Last last = status.last();
        if (last != null) {
            lines.addAll(last(last));
        }
        UpdateStatus.Offered offer = status.offer();
        switch (status.state()) {
            case NO_FEED -> lines.add("rbee " + status.version() + " knows no feed that announces releases.");
            case UNKNOWN -> lines.add("rbee " + status.version() + " has not asked for new versions yet.");
            case NEWEST -> lines.add("rbee " + status.version() + " is the newest version for this machine.");
            case STAGED -> lines.add("A new version is unpacked, and is installed when rbee is quit.");
            case AVAILABLE, DOWNLOADED -> {}
        }
        if (offer != null) {
            lines.add("rbee " + offer.version() + " of "
                    + offer.published().atZone(ZoneOffset.UTC).toLocalDate() + " is there ("
                    + Words.bytes(offer.sizeBytes()) + "); this is " + status.version() + ".");
            if (offer.notes() != null) {
                offer.notes().strip().lines().forEach(line -> lines.add("  " + line));
            }
            if (offer.notesUrl() != null) {
                lines.add("More: " + offer.notesUrl());
            }
            lines.add(todo(status));
        }
        return String.join("\n", lines);
    }

    private static List<String> last(UpdateStatus.Last last) {
        return switch (last.result()) {
            case "updated" -> List.of();
            case "waiting" -> List.of("rbee " + last.to() + " is installed and has not been started yet.");
            default ->
                List.of("rbee " + last.from() + " stays in its place. "
                        + (last.why() == null ? "" : last.why()).strip());
        };
    }

    private static String todo(UpdateStatus status) {
        if (status.command() != null) {
            return "It is fetched and checked. Install it by: " + String.join(" ", status.command());
        }
        return status.kind().isEmpty()
                ? "This rbee runs from its sources: git pull brings it."
                : "Install it by: rbee update --install";
    }
}
