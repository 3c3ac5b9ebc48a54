package dev.rbee.service.cli;

import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.nodes.ProbedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was found on a machine, for people. Pure. */
final class ProbeText {
    private ProbeText() {}

    /** Several lines; the first says which machine it is. */
    static String report(ProbedNode probed) {
        return text(probed.report(), probed.fingerprint(), probed.keyType());
    }

    static String text(ProbeReport report, String fingerprint, String keyType) {
        List<String> lines = new ArrayList<>();
        lines.add(report.user() + "@" + report.hostname() + " (" + keyType + " " + fingerprint + ")");
        lines.add("  system     "
                + (report.osName() == null ? report.os() : report.osName()) + ", " + report.arch()
                + (report.serviceManager() == null ? "" : ", " + report.serviceManager()));
        lines.add("  processor  " + report.cpu().name() + ", " + report.cpu().cores() + " cores");
        lines.add("  memory     " + Words.bytes(report.ram().freeBytes()) + " of "
                + Words.bytes(report.ram().totalBytes()) + " free");
        lines.add("  disk       " + Words.bytes(report.disk().freeBytes()) + " free for " + report.installPath());
        lines.add("  GPU        " + gpus(report.gpus()));
        if (report.installed() != null) {
            lines.add("  rbee       " + report.installed().version() + ", as "
                    + report.installed().nodeName());
        }
        for (ProbeFinding finding : report.findings()) {
            lines.add("  " + mark(finding.level()) + " " + finding.message()
                    + (finding.hint() == null ? "" : " " + finding.hint()));
        }
        int step = 0;
        for (String each : report.plan()) {
            lines.add("  " + ++step + ". " + each);
        }
        return String.join("\n", lines).replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }

    private static String gpus(List<DeviceInfo> gpus) {
        return gpus.isEmpty()
                ? "none"
                : gpus.stream()
                        .map(gpu -> gpu.name()
                                + (gpu.vramBytes() == null ? "" : ", " + Words.bytes(gpu.vramBytes()))
                                + (gpu.driver() == null ? ", no driver" : ""))
                        .collect(Collectors.joining("; "));
    }

    private static String mark(ProbeFinding.Level level) {
        return switch (level) {
            case INFO -> "-";
            case WARNING -> "!";
            case BLOCKER -> "✗";
        };
    }
}
