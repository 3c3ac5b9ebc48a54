package dev.rbee.app.update;

import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.service.update.UpdateStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is known about new versions, as people read it. Pure. */
final class UpdateWords {
    private static final Words WORDS = Words.of(UpdateWords.class);

    private UpdateWords() {}

    static Badge badge(UpdateStatus status) {
        return switch (status.state()) {
            case NO_FEED -> new Badge(Tone.OFFLINE, Feather.MINUS_CIRCLE, WORDS.get("state.no.feed"));
            case UNKNOWN -> new Badge(Tone.OFFLINE, Feather.HELP_CIRCLE, WORDS.get("state.unknown"));
            case NEWEST -> new Badge(Tone.READY, Feather.CHECK_CIRCLE, WORDS.get("state.newest"));
            case AVAILABLE -> new Badge(Tone.LOADING, Feather.GIFT, WORDS.get("state.available"));
            case DOWNLOADED -> new Badge(Tone.LOADING, Feather.PACKAGE, WORDS.get("state.downloaded"));
            case STAGED -> new Badge(Tone.LOADING, Feather.CLOCK, WORDS.get("state.staged"));
        };
    }

    static String headline(UpdateStatus status) {
        UpdateStatus.Offered offer = status.offer();
        return offer == null
                ? WORDS.get("this.is", status.version())
                : WORDS.get("offer", offer.version(), Units.bytes(offer.sizeBytes()));
    }

    static String below(UpdateStatus status, Instant now) {
        if (status.state() == UpdateStatus.State.NO_FEED) {
            return WORDS.get("no.feed.words");
        }
        if (status.state() == UpdateStatus.State.STAGED) {
            return WORDS.get("staged.words", status.version());
        }
        if (status.kind().isEmpty() && status.offer() != null) {
            return WORDS.get("sources", status.version());
        }
        Instant checked = status.checked();
        String when = checked == null ? WORDS.get("never.asked") : WORDS.get("asked", Units.ago(checked, now));
        return status.offer() == null ? when : WORDS.get("runs", status.version()) + " " + when;
    }

    static String mode(UpdateStatus status) {
        if (status.state() == UpdateStatus.State.NO_FEED) {
            return WORDS.get("mode.nobody");
        }
        return switch (status.check()) {
            case "daily" -> WORDS.get("mode.daily");
            case "request" -> WORDS.get("mode.request");
            default -> WORDS.get("mode.off");
        };
    }

    /** What was done last, in a sentence; null where there is nothing to say. */
    static @Nullable String last(UpdateStatus.Last last, Instant now) {
        String why = last.why() == null ? "" : last.why().lines().findFirst().orElse("");
        return switch (last.result()) {
            case "updated" -> WORDS.get("last.updated", last.from(), last.to(), Units.ago(last.at(), now));
            case "kept", "back" -> WORDS.get("last.back", last.from(), why).strip();
            default -> null;
        };
    }
}
