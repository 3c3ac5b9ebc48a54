package dev.rbee.app.remote;

import dev.rbee.client.QueenClient;
import dev.rbee.contract.events.StatsHistory;

/** The queen's figures over HTTP. */
public final class HttpStats implements StatsApi {
    private final Queens queens;

    /** Of the queen of the moment. */
    public HttpStats(Queens queens) {
        this.queens = queens;
    }

    @Override
    public StatsHistory history(int minutes) {
        return new QueenClient(queens.get()).history(minutes);
    }
}
