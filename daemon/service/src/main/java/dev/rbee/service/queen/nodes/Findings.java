package dev.rbee.service.queen.nodes;

import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.contract.nodes.ProbeFinding.Level;
import dev.rbee.service.queen.nodes.Bundles.Choice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is worth saying about a probed machine, in words, what blocks first. Pure. */
final class Findings {
    /** More than this and its log cannot be read beside ours. */
    private static final double SKEW_S = 60;

    private static final long LITTLE_RAM = 1536L * 1024 * 1024;

    private final MachineFacts facts;
    private final NodePlan plan;
    private final List<ProbeFinding> found = new ArrayList<>();

    private Findings(MachineFacts facts, NodePlan plan) {
        this.facts = facts;
        this.plan = plan;
    }

    /**
     * All of them.
     *
     * @param portable whether this installation has a portable bundle
     * @param offsetS its clock minus ours; null where it told none
     */
    static List<ProbeFinding> of(
            MachineFacts facts, NodePlan plan, Choice choice, boolean portable, @Nullable Double offsetS) {
        Findings findings = new Findings(facts, plan);
        findings.place(Needs.bytes(choice, facts.said().text("current")));
        findings.system(choice, portable);
        findings.devices();
        findings.surroundings(offsetS);
        return findings.found.stream()
                .sorted((a, b) -> b.level().compareTo(a.level()))
                .toList();
    }

    private void place(long need) {
        Answer said = facts.said();
        String path = said.text("path");
        if (said.get("node").isPresent() && !plan.owner().equals(said.text("owner"))) {
            block(
                    "other_owner",
                    path + " belongs to another rbee, which calls this machine \"" + said.text("node") + "\".",
                    "Choose another install path, or remove the machine at the other installation first.");
        } else if (said.get("node").isPresent() && !plan.name().equals(said.text("node"))) {
            block(
                    "other_node",
                    path + " is in use by your own node \"" + said.text("node") + "\" already.",
                    "Use that node, or choose another install path.");
        }
        if (path.equals("/") || path.equals(said.text("home"))) {
            block("bad_path", "rbee needs a folder of its own, not " + path + " itself.", "Name a folder in it.");
        }
        List<String> options = List.of(said.text("mount_options").split(","));
        if (options.contains("ro")) {
            block("read_only", path + " is on a file system that can only be read.", "Choose another install path.");
        } else if (!said.says("writable")) {
            block(
                    "not_writable",
                    "The login " + said.text("user") + " may not write to " + said.text("standing") + ".",
                    "Choose an install path in its home, or mend the rights of that folder.");
        }
        if (options.contains("noexec")) {
            block(
                    "no_exec",
                    path + " is on a file system that runs no programs (noexec).",
                    "Choose an install path on another one.");
        }
        if (facts.disk().freeBytes() < need) {
            block(
                    "no_space",
                    Words.size(facts.disk().freeBytes()) + " are free at " + path + "; rbee needs " + Words.size(need)
                            + ", models come on top.",
                    "Free some space there, or choose an install path on another disk.");
        }
        List<String> taken = said.all("taken").toList();
        if (!taken.isEmpty()) {
            block(
                    "folder_taken",
                    path + " holds " + String.join(", ", taken) + " already, which is not rbee's.",
                    "Choose an install path that nobody uses; rbee puts folders of such names into it.");
        } else if (said.says("foreign_folder")) {
            info("foreign_folder", path + " holds other files already; they stay as they are.", null);
        }
    }

    private void system(Choice choice, boolean portable) {
        List<String> missing = new ArrayList<>(
                facts.said().all("missing").filter(tool -> !tool.equals("git")).toList());
        if (!missing.isEmpty()) {
            block(
                    "missing_tools",
                    "The machine has no " + String.join(", ", missing) + ".",
                    "Install them with its package manager.");
        }
        if (facts.musl()) {
            block(
                    "libc_unsupported",
                    "The machine has musl as its C library; the engine needs GNU's.",
                    "Use a distribution with glibc: Debian, Ubuntu, Fedora and most others.");
        } else if (!facts.engineFits()) {
            block(
                    "arch_unsupported",
                    "rbee's engine has no build for " + facts.os() + " on " + facts.arch() + ".",
                    "Machines can be Linux or macOS on x64 or arm64.");
        } else if (choice.kind() == BundleKind.GIT) {
            if (facts.said().all("missing").anyMatch("git"::equals)) {
                block("no_git", "rbee is to be built there, but the machine has no git.", "Install git there.");
            }
            if (facts.jdks().isEmpty()) {
                block("no_jdk", "rbee is to be built there, but the machine has no JDK 25.", "Install one there.");
            }
        } else if (choice.kind() == null && portable) {
            block(
                    "no_java",
                    "This rbee has no bundle for " + facts.os() + " on " + facts.arch()
                            + ", and the machine has no Java 25 or newer to run the portable one.",
                    "Install Java 25 there, or name a git repository to build from.");
        } else if (choice.kind() == null) {
            block(
                    "no_bundle",
                    "This rbee holds no bundle for " + facts.os() + " on " + facts.arch() + ".",
                    "Build it with ./mvnw package, or name a git repository to build from there.");
        }
        List<String> flags = facts.cpu().flags();
        if (facts.os().equals("linux") && facts.arch().equals("x64") && !flags.isEmpty() && !flags.contains("avx2")) {
            warn("no_avx2", "The processor has no AVX2, which the engine that comes with rbee needs.", null);
        }
    }

    private void devices() {
        if (facts.gpus().stream().anyMatch(gpu -> gpu.driver() == null)) {
            warn(
                    "gpu_without_driver",
                    "The machine has a GPU, but no driver for it is loaded; models would run on the processor.",
                    "Install the maker's driver there.");
        } else if (facts.gpus().isEmpty() && Boolean.TRUE.equals(plan.expectGpu())) {
            warn("gpu_missing", "A GPU is expected, but none was found.", "Look at the machine and its drivers.");
        }
        if (facts.ram().totalBytes() > 0 && facts.ram().totalBytes() < LITTLE_RAM) {
            warn(
                    "low_memory",
                    "The machine has only " + Words.size(facts.ram().totalBytes()) + " of memory.",
                    "Only very small models will run there.");
        }
    }

    private void surroundings(@Nullable Double offsetS) {
        if (offsetS != null && Math.abs(offsetS) > SKEW_S) {
            warn(
                    "clock_skew",
                    "Its clock is " + Words.seconds(Math.abs(offsetS)) + (offsetS > 0 ? " ahead of" : " behind")
                            + " this machine's.",
                    "Let it follow a time server; rbee works all the same.");
        }
        if ("systemd".equals(facts.serviceManager()) && !facts.said().says("linger")) {
            info(
                    "no_lingering",
                    "systemd ends this user's programs at the last logout; rbee turns lingering on there if it may.",
                    null);
        }
        if (!facts.said().says("port_free") && facts.said().number("hive_pid").isEmpty()) {
            info("port_taken", "Port " + plan.hivePort() + " is taken there; the hive takes another one.", null);
        }
    }

    private void block(String code, String message, String hint) {
        found.add(new ProbeFinding(Level.BLOCKER, code, message, hint));
    }

    private void warn(String code, String message, @Nullable String hint) {
        found.add(new ProbeFinding(Level.WARNING, code, message, hint));
    }

    private void info(String code, String message, @Nullable String hint) {
        found.add(new ProbeFinding(Level.INFO, code, message, hint));
    }
}
