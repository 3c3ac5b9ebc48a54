package dev.rbee.service.queen.nodes;

import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.service.queen.nodes.Bundles.Choice;
import java.util.ArrayList;
import java.util.List;

/** The steps of an installation, told before they are done. Pure. */
final class WhatWillBeDone {
    private WhatWillBeDone() {}

    /** In order, in words; empty where nothing can be done. */
    static List<String> words(MachineFacts facts, NodePlan plan, Choice choice) {
        String path = facts.said().text("path");
        List<String> steps = new ArrayList<>();
        Bundle bundle = choice.bundle();
        if (choice.kind() == BundleKind.GIT) {
            steps.add("Get " + plan.gitRepoUrl() + (plan.gitBranch() == null ? "" : " (" + plan.gitBranch() + ")")
                    + " with git and build rbee from it in " + path + "/build");
        } else if (bundle == null) {
            return List.of();
        } else if (bundle.version().equals(facts.said().text("current"))) {
            steps.add("Use rbee " + bundle.version() + ", which is in " + path + " already");
        } else {
            steps.add("Upload rbee " + bundle.version() + " (" + Words.size(bundle.size()) + ") and unpack it into "
                    + path + " for " + facts.said().text("user") + " alone, without root");
            if (choice.kind() == BundleKind.PORTABLE) {
                steps.add("Run it with the Java that is there, "
                        + facts.javas().getFirst().path());
            }
        }
        steps.add(
                switch (facts.serviceManager()) {
                    case "systemd" -> "Start the hive as a systemd service of this user";
                    case "launchd" -> "Start the hive as a launchd agent of this user";
                    case null, default -> "Start the hive in the background";
                });
        steps.add("Reach it through this SSH connection; nothing listens beyond the machine's loopback");
        return List.copyOf(steps);
    }
}
