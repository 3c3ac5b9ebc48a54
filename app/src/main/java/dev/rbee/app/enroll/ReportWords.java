package dev.rbee.app.enroll;

import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
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
    private static final Words WORDS = Words.of(ReportWords.class);

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
        return WORDS.get("free.of", Units.bytes(memory.freeBytes()), Units.bytes(memory.totalBytes()));
    }

    /** Each GPU with its memory and driver. */
    static String gpus(ProbeReport report) {
        if (report.gpus().isEmpty()) {
            return WORDS.get("none.found.models.run.on");
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
            case "systemd" -> WORDS.get("systemd.as.a.unit.of");
            case "launchd" -> WORDS.get("launchd.as.an.agent.of");
            case null, default -> WORDS.get("none.for.this.user.the");
        };
    }

    /** How rbee gets there. */
    static String bundle(ProbeReport report) {
        BundleKind kind = report.bundle();
        if (kind == null) {
            return WORDS.get("not.possible.as.it.is");
        }
        return switch (kind) {
            case NATIVE -> WORDS.get("a.bundle.with.a.java");
            case PORTABLE -> WORDS.get("a.bundle.for.the.java");
            case GIT -> WORDS.get("built.there.from.its.repository");
        };
    }

    /** What of rbee is there already; a dash where nothing is. */
    static String installed(ProbeReport report) {
        ProbeReport.InstalledNode there = report.installed();
        if (there == null) {
            return "nothing";
        }
        String whose = there.owned() ? "" : ", of another installation";
        return WORDS.get("as", there.version(), there.nodeName(), whose, there.pid() == null ? "" : ", running");
    }

    /** The findings, what weighs most first. */
    static List<ProbeFinding> sorted(ProbeReport report) {
        return report.findings().stream()
                .sorted(Comparator.comparing(ProbeFinding::level).reversed())
                .toList();
    }
}
