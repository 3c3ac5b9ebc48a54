package dev.rbee.app.enroll;

import dev.rbee.app.theme.Units;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.contract.nodes.ProbeReport;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A report in words. Pure. */
final class ReportWords {
    private ReportWords() {}

    /** System and kind of processor. */
    static String system(ProbeReport report) {
        String name = report.osName() == null ? report.os() : report.osName();
        return name + ", " + report.arch();
    }

    /** Name and threads. */
    static String processor(ProbeReport report) {
        return report.cpu().name() + ", " + Units.count(report.cpu().threads(), "thread", "threads");
    }

    /** What is free of it. */
    static String free(MemoryInfo memory) {
        return Units.bytes(memory.freeBytes()) + " free of " + Units.bytes(memory.totalBytes());
    }

    /** Each GPU with its memory and driver. */
    static String gpus(ProbeReport report) {
        if (report.gpus().isEmpty()) {
            return "none found; models run on the processor";
        }
        return report.gpus().stream().map(ReportWords::gpu).collect(Collectors.joining("\n"));
    }

    private static String gpu(DeviceInfo gpu) {
        String memory = gpu.vramBytes() == null ? "" : ", " + Units.bytes(gpu.vramBytes());
        return gpu.name() + memory + (gpu.driver() == null ? ", no driver" : ", driver " + gpu.driver());
    }

    /** Who keeps the hive running there. */
    static String service(ProbeReport report) {
        return switch (report.serviceManager()) {
            case "systemd" -> "systemd, as a unit of this user";
            case "launchd" -> "launchd, as an agent of this user";
            case null, default -> "none for this user; the hive runs detached";
        };
    }

    /** How rbee gets there. */
    static String bundle(ProbeReport report) {
        BundleKind kind = report.bundle();
        if (kind == null) {
            return "not possible as it is";
        }
        return switch (kind) {
            case NATIVE -> "a bundle with a Java of its own";
            case PORTABLE -> "a bundle for the Java that is there";
            case GIT -> "built there from its repository";
        };
    }

    /** What of rbee is there already; a dash where nothing is. */
    static String installed(ProbeReport report) {
        ProbeReport.InstalledNode there = report.installed();
        if (there == null) {
            return "nothing";
        }
        String whose = there.owned() ? "" : ", of another installation";
        return there.version() + " as " + there.nodeName() + whose + (there.pid() == null ? "" : ", running");
    }

    /** The findings, what weighs most first. */
    static List<ProbeFinding> sorted(ProbeReport report) {
        return report.findings().stream()
                .sorted(Comparator.comparing(ProbeFinding::level).reversed())
                .toList();
    }
}
