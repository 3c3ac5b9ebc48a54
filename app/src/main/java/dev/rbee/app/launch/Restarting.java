package dev.rbee.app.launch;

import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.settings.file.Restart;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** Ends what this application runs and starts it again, so that it reads its settings. JavaFX thread only. */
final class Restarting implements Restart {
    private final FleetModel fleet;
    private final QueenHost host;
    private final QueenSwitch queen;
    private final Background background;

    Restarting(FleetModel fleet, QueenHost host, QueenSwitch queen, Background background) {
        this.fleet = fleet;
        this.host = host;
        this.queen = queen;
        this.background = background;
    }

    @Override
    public boolean possible() {
        return queen.own();
    }

    @Override
    public boolean busy() {
        return fleet.view().get().workers().values().stream().anyMatch(worker -> worker.busy() > 0);
    }

    @Override
    public void run(Runnable done) {
        background.run(
                () -> {
                    host.close();
                    return Boolean.TRUE;
                },
                ended -> {
                    queen.start();
                    whenConnected(done);
                },
                problem -> done.run());
    }

    private void whenConnected(Runnable done) {
        fleet.view().addListener(new ChangeListener<FleetView>() {
            @Override
            public void changed(ObservableValue<? extends FleetView> view, FleetView old, FleetView now) {
                if (now.connected()) {
                    view.removeListener(this);
                    done.run();
                }
            }
        });
    }
}
