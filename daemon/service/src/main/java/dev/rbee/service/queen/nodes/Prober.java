package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.nodes.ProbeReport.InstalledNode;
import dev.rbee.service.queen.nodes.Bundles.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Looks at a machine and says what was found and what would be done. */
final class Prober {
    /** Drivers' tools can hang for a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Bundles bundles;
    private final InstantSource clock;

    Prober(Bundles bundles, InstantSource clock) {
        this.bundles = bundles;
        this.clock = clock;
    }

    /** A report and what follows from it. */
    record Probed(ProbeReport report, Choice choice, MachineFacts facts) {}

    /** Runs the script there; blocks. */
    Probed probe(RemoteShell shell, NodePlan plan) {
        Site.check(plan);
        Instant before = clock.instant();
        Answer said = Answer.of(shell.run(
                Scripts.of("probe"),
                PATIENCE,
                plan.installPath(),
                plan.name(),
                Integer.toString(plan.hivePort()),
                "/sys"));
        return read(said, plan, before, clock.instant());
    }

    /** The report of such an answer. Pure but for the bundles. */
    Probed read(Answer said, NodePlan plan, Instant before, Instant after) {
        MachineFacts facts = MachineFacts.of(said);
        Choice choice = bundles.choose(facts, plan);
        @Nullable Double offset = offset(facts.clockS(), before, after);
        List<ProbeFinding> findings = Findings.of(facts, plan, choice, bundles.portable(), offset);
        ProbeReport report = new ProbeReport(
                facts.os(),
                facts.arch(),
                said.get("os_name").orElse(null),
                said.text("host"),
                said.text("user"),
                said.text("home"),
                said.text("path"),
                facts.cpu(),
                facts.ram(),
                facts.disk(),
                facts.gpus(),
                facts.javas(),
                facts.serviceManager(),
                said.all("free_port").map(Integer::valueOf).toList(),
                offset,
                said.all("missing").toList(),
                facts.mac().orElse(null),
                said.get("broadcast").orElse(null),
                installed(said, plan).orElse(null),
                choice.kind(),
                WhatWillBeDone.words(facts, plan, choice),
                findings);
        return new Probed(report, choice, facts);
    }

    /** The script reads whole seconds at about the middle of its run; what lies within the run counts as right. */
    private static @Nullable Double offset(OptionalLong theirs, Instant before, Instant after) {
        if (theirs.isEmpty()) {
            return null;
        }
        double from = before.toEpochMilli() / 1000.0 - 1;
        double to = after.toEpochMilli() / 1000.0;
        double there = theirs.getAsLong();
        double off = there < from ? there - from : there > to ? there - to : 0;
        return Math.round(off * 10) / 10.0;
    }

    private static Optional<InstalledNode> installed(Answer said, NodePlan plan) {
        return said.get("node").map(node -> {
            OptionalLong pid = said.number("hive_pid");
            return new InstalledNode(
                    said.text("current"),
                    node,
                    plan.owner().equals(said.text("owner")),
                    pid.isPresent() ? Long.valueOf(pid.getAsLong()) : null);
        });
    }
}
