package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.service.home.Installation;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.nodes.Prober.Probed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sets machines up by shell scripts and file transfers, as a user without root. */
public final class SshProvisioning implements Provisioning {
    private final Prober prober;
    private final Installer installer;
    private final Stopper stopper = new Stopper();
    private final Starter starter = new Starter(stopper);
    private final Remover remover = new Remover(stopper);

    /**
     * Makes one; touches nothing.
     *
     * @param installation whose bundles go there
     * @param cache where a bundle is made that did not come with the installation
     * @param clock what the machines' clocks are compared with
     */
    public SshProvisioning(Installation installation, Path cache, InstantSource clock) {
        this.prober = new Prober(new Bundles(installation, cache), clock);
        this.installer = new Installer(prober);
    }

    @Override
    public ProbeReport probe(RemoteShell shell, NodePlan plan) {
        return prober.probe(shell, plan).report();
    }

    @Override
    public Optional<String> install(RemoteShell shell, NodePlan plan, JobContext job) {
        return installer.install(shell, plan, job);
    }

    @Override
    public Optional<String> installed(RemoteShell shell, NodePlan plan) {
        Site site = Site.look(shell, plan);
        return site.ownedBy(plan) ? Optional.ofNullable(site.current()) : Optional.empty();
    }

    @Override
    public boolean outdated(RemoteShell shell, NodePlan plan) {
        Optional<String> theirs = installed(shell, plan);
        if (theirs.isEmpty()) {
            return false;
        }
        Probed probed = prober.probe(shell, plan);
        if (probed.choice().kind() == BundleKind.GIT) {
            return Versions.olderRelease(theirs.get(), Version.CURRENT);
        }
        Bundle bundle = probed.choice().bundle();
        return bundle != null && Versions.outdated(theirs.get(), bundle.version());
    }

    @Override
    public void rollBack(RemoteShell shell, NodePlan plan, String version) {
        Site site = Site.look(shell, plan).mine(plan);
        Installer.ask(shell, "activate", Site.SHORT, site.path(), version, "keep");
    }

    @Override
    public RunningNode start(RemoteShell shell, NodePlan plan, int gatewayPort, JobContext job) {
        return starter.start(shell, plan, gatewayPort, job);
    }

    @Override
    public Optional<RunningNode> running(RemoteShell shell, NodePlan plan) {
        Site site = Site.look(shell, plan);
        return site.ownedBy(plan) ? site.running() : Optional.empty();
    }

    @Override
    public void stop(RemoteShell shell, NodePlan plan, Duration grace) {
        stopper.stop(shell, plan, grace);
    }

    @Override
    public List<String> log(RemoteShell shell, NodePlan plan, int lines) {
        Site site = Site.look(shell, plan).mine(plan);
        return Logs.tail(shell, site.path(), lines);
    }

    @Override
    public List<String> remove(RemoteShell shell, NodePlan plan, JobContext job) {
        return remover.remove(shell, plan, job);
    }
}
