package dev.rbee.service.queen.events;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;

/** {@code GET /v1/stats/history?minutes=}, the administrator's. */
public final class StatsRoutes {
    private static final int USUAL = 15;

    private final StatsRing ring;

    /** Of what is kept there. */
    public StatsRoutes(StatsRing ring) {
        this.ring = ring;
    }

    /** Names the route. */
    public void add(Routes routes) {
        routes.get("/v1/stats/history", x -> {
            x.caller().requireAdmin();
            x.json(200, ring.last(minutes(x)));
        });
    }

    private static int minutes(Exchange x) {
        String text = x.query("minutes").orElse("" + USUAL);
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1) {
            throw new ProblemException(Problem.field(
                    "minutes",
                    "\"" + text + "\" is no number of minutes.",
                    "Send a whole number from 1 to " + StatsRing.MINUTES + "."));
        }
        return Math.min(Integer.parseInt(text), StatsRing.MINUTES);
    }
}
