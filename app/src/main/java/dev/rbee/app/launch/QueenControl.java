package dev.rbee.app.launch;

import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.LiveFleet;
import dev.rbee.app.remote.Queens;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;

/** Starts, stops and reaches the queen on the user's word. JavaFX thread only; the work is done elsewhere. */
final class QueenControl implements QueenSwitch {
    private enum Phase {
        IDLE,
        BUSY
    }

    private final QueenHost host;
    private final Queens queens;
    private final LiveFleet live;
    private final Background background;
    private final Http http;
    private final Credential credential;
    private Phase phase = Phase.IDLE;
    private boolean own = true;

    QueenControl(
            QueenHost host, Queens queens, LiveFleet live, Background background, Http http, Credential credential) {
        this.host = host;
        this.queens = queens;
        this.live = live;
        this.background = background;
        this.http = http;
        this.credential = credential;
    }

    @Override
    public void start() {
        if (phase == Phase.BUSY) {
            return;
        }
        phase = Phase.BUSY;
        live.starting("Starting the queen on this machine…");
        background.run(host::start, this::serving, this::failed);
    }

    private void serving(QueenHost.Serving serving) {
        phase = Phase.IDLE;
        own = serving.own();
        Remote queen = new Remote(serving.url(), () -> credential, http);
        queens.use(queen);
        live.attach(queen);
    }

    private void failed(Problem problem) {
        phase = Phase.IDLE;
        live.away(problem, false);
    }

    @Override
    public void stop() {
        if (phase == Phase.BUSY) {
            return;
        }
        phase = Phase.BUSY;
        background.run(
                () -> {
                    host.stopQueen();
                    return Boolean.TRUE;
                },
                stopped -> {
                    phase = Phase.IDLE;
                    live.away(
                            Problem.of(
                                    ProblemCode.UNREACHABLE,
                                    "The queen was stopped here.",
                                    "Start her in the bar at the bottom."),
                            true);
                },
                this::failed);
    }

    @Override
    public boolean own() {
        return own;
    }
}
