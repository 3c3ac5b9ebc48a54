package dev.rbee.app.launch;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.state.AppState;
import dev.rbee.app.update.AtEnd;
import dev.rbee.app.update.ServiceDesk;
import dev.rbee.app.update.UpdateDesk;
import dev.rbee.app.update.UpdateNews;
import dev.rbee.app.update.UpdateParts;
import dev.rbee.app.update.UpdatesSection;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.update.DailyCheck;
import dev.rbee.service.update.UpdateStatus;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** Joins what the application does about its own new versions. JavaFX thread only. */
final class UpdateWiring {
    private final ServiceDesk desk;
    private final Needs needs;
    final AtEnd atEnd;
    private Runnable quit = () -> {};

    /** What it is joined with. */
    record Needs(
            Background background,
            Dialogs dialogs,
            Toasts toasts,
            Presenter presenter,
            Navigator navigator,
            AppState state,
            Consumer<String> opener) {}

    UpdateWiring(Path home, Needs needs) {
        this.needs = needs;
        desk = new ServiceDesk(Home.at(home), System.getenv(), Installation.current(), InstantSource.system());
        atEnd = new AtEnd(desk);
    }

    /** The section of the settings. */
    UpdatesSection section() {
        return new UpdatesSection(new UpdateParts(
                desk,
                needs.background(),
                needs.presenter(),
                needs.dialogs(),
                needs.navigator(),
                InstantSource.system(),
                this::restart,
                needs.opener()));
    }

    /** How the program is ended. */
    void quits(Runnable how) {
        quit = how;
    }

    private void restart(UpdateDesk.Wish wish) {
        atEnd.andAgain(wish);
        quit.run();
    }

    /** When the window is there: tells what is new, and looks for it daily. */
    void begin(ScheduledExecutorService timer) {
        new UpdateNews(desk, needs.background(), needs.toasts(), needs.navigator(), needs.state())
                .begin(timer, FxThread.LATER, this::daily);
    }

    private DailyCheck daily(Consumer<UpdateStatus> found) {
        return new DailyCheck(desk::updates, InstantSource.system(), System::nanoTime, found);
    }
}
