package dev.rbee.app.enroll;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.remote.ModelsApi;
import dev.rbee.app.remote.NodesApi;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens the wizard that adds a machine; one at a time. JavaFX thread only; nothing here waits. */
public final class AddMachine {
    private final Dialogs dialogs;
    private final NodesApi nodes;
    private final QueenApi queen;
    private final ModelsApi models;
    private final Background background;
    private final FleetModel fleet;
    private final Callable<List<KnownHost>> hosts;
    private final Consumer<WorkerInfo> chatWith;
    private @Nullable EnrollWizard open;

    /** {@code hosts} reads the machines that SSH knows, off the JavaFX thread; {@code chatWith} opens a chat with a worker. */
    public AddMachine(
            Dialogs dialogs,
            NodesApi nodes,
            QueenApi queen,
            ModelsApi models,
            Background background,
            FleetModel fleet,
            Callable<List<KnownHost>> hosts,
            Consumer<WorkerInfo> chatWith) {
        this.dialogs = dialogs;
        this.nodes = nodes;
        this.queen = queen;
        this.models = models;
        this.background = background;
        this.fleet = fleet;
        this.hosts = hosts;
        this.chatWith = chatWith;
    }

    /** Shows it. */
    public void open() {
        if (open != null) {
            open.toFront();
            return;
        }
        Enrolment enrolment = new Enrolment(nodes, queen, background);
        EnrollWizard wizard = new EnrollWizard(dialogs, () -> open = null);
        WhereStep where = new WhereStep(
                wizard, enrolment, fleet.now(), () -> fleet.view().get().hives().keySet());
        wizard.add(Course.Stop.WHERE, where);
        wizard.add(Course.Stop.TRUST, new TrustStep(wizard, enrolment, fleet.now(), where::show));
        wizard.add(Course.Stop.FOUND, new FoundStep(wizard, enrolment, fleet.now(), outcome -> {
            wizard.backToStart();
            if (outcome instanceof Outcome.Failed failed) {
                where.show(failed.problem());
            } else {
                wizard.to(Course.Stop.TRUST);
            }
        }));
        wizard.add(Course.Stop.INSTALL, new InstallStep(wizard, enrolment, fleet));
        wizard.add(Course.Stop.READY, new ReadyStep(wizard, enrolment, fleet, queen, models, background, chatWith));
        background.run(hosts, where::offer, problem -> {});
        open = wizard;
        wizard.show();
    }
}
