package dev.rbee.service.queen.access;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.service.queen.store.AuditFilter;
import dev.rbee.service.queen.store.RequestFilter;
import dev.rbee.service.queen.store.Span;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Which part of a list the caller asked for. Throws {@code invalid_field}. */
final class Asked {
    private static final int LIMIT = 100;
    private static final int MOST = 1000;

    private Asked() {}

    static Span span(Exchange x) {
        Long limit = number(x, "limit");
        return new Span(limit == null ? LIMIT : Math.clamp(limit, 1, MOST), number(x, "before"), number(x, "after"));
    }

    static RequestFilter requests(Exchange x) {
        return new RequestFilter(
                text(x, "model"),
                text(x, "worker"),
                text(x, "hive"),
                text(x, "caller"),
                text(x, "outcome"),
                text(x, "kind"),
                text(x, "q"),
                time(x, "since"));
    }

    static AuditFilter audit(Exchange x) {
        return new AuditFilter(text(x, "actor"), text(x, "action"), text(x, "outcome"), text(x, "q"), time(x, "since"));
    }

    private static @Nullable String text(Exchange x, String name) {
        return x.query(name).filter(text -> !text.isBlank()).orElse(null);
    }

    private static @Nullable Long number(Exchange x, String name) {
        String text = x.query(name).orElse(null);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new ProblemException(
                    Problem.field(name, "\"" + text + "\" is not a number.", "Send a whole number, for instance 100."));
        }
        return Long.valueOf(text);
    }

    private static @Nullable Instant time(Exchange x, String name) {
        String text = text(x, name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    Problem.field(name, "\"" + text + "\" is no time.", "Send one like 2026-01-31T12:00:00Z."), e);
        }
    }
}
