package dev.rbee.app.hives;

import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.nodes.Node;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Hives in words and colours. Pure. */
public final class HiveWords {
    private static final Words WORDS = Words.of(HiveWords.class);

    private HiveWords() {}

    /** The pill of a state. */
    public static Badge badge(HiveState state) {
        return switch (state) {
            case UNKNOWN -> new Badge(Tone.OFFLINE, Feather.HELP_CIRCLE, WORDS.get("state.unknown"));
            case STARTING -> new Badge(Tone.LOADING, Feather.LOADER, WORDS.get("state.starting"));
            case ONLINE -> new Badge(Tone.READY, Feather.CHECK, WORDS.get("state.online"));
            case DEGRADED -> new Badge(Tone.WARN, Feather.THERMOMETER, WORDS.get("state.degraded"));
            case SUSPECT -> new Badge(Tone.WARN, Feather.ALERT_TRIANGLE, WORDS.get("state.suspect"));
            case DRAINING -> new Badge(Tone.WARN, Feather.LOG_OUT, WORDS.get("state.draining"));
            case OFFLINE -> new Badge(Tone.OFFLINE, Feather.SLASH, WORDS.get("state.offline"));
            case STOPPED -> new Badge(Tone.OFFLINE, Feather.SQUARE, WORDS.get("state.stopped"));
            case ERROR -> new Badge(Tone.ERROR, Feather.ALERT_CIRCLE, WORDS.get("state.error"));
        };
    }

    /** Where it is, seen from here: {@code user@host} where its row in the list of machines is known. */
    public static String address(HiveInfo hive, @Nullable Node node) {
        if (hive.mode() == HiveMode.LOCAL) {
            return WORDS.get("this.machine");
        }
        if (node == null) {
            return hive.hostname().equals("127.0.0.1") ? WORDS.get("over.ssh") : hive.hostname();
        }
        return node.sshUser() + "@" + node.sshHost() + (node.sshPort() == 22 ? "" : ":" + node.sshPort());
    }

    /** Names of GPUs, or the processor's. */
    public static String devices(HiveInfo hive) {
        Capabilities capabilities = hive.capabilities();
        if (capabilities == null) {
            return "–";
        }
        String gpus = capabilities.devices().stream()
                .filter(device -> device.deviceType().equals("gpu"))
                .map(DeviceInfo::name)
                .collect(Collectors.joining(", "));
        return gpus.isEmpty() ? capabilities.cpu().name() : gpus;
    }

    /**
     * Its memory as of now.
     *
     * @param gpu of all its GPUs together; null where it has none
     */
    record Memory(@Nullable MemoryInfo gpu, MemoryInfo ram) {
        /** What models are loaded into first. */
        MemoryInfo first() {
            return gpu == null ? ram : gpu;
        }
    }

    static @Nullable Memory memory(HiveInfo hive) {
        Capabilities capabilities = hive.capabilities();
        MemoryInfo ram = ram(hive);
        if (capabilities == null || ram == null) {
            return null;
        }
        long total = 0;
        long free = 0;
        for (DeviceInfo device : capabilities.devices()) {
            Long bytes = device.totalBytes();
            if (device.deviceType().equals("gpu") && bytes != null) {
                total += bytes;
                free += device.vramFreeBytes() == null ? 0 : device.vramFreeBytes();
            }
        }
        return new Memory(total == 0 ? null : new MemoryInfo(total, free), ram);
    }

    /** Its main memory as of now. */
    public static @Nullable MemoryInfo ram(HiveInfo hive) {
        Capabilities capabilities = hive.capabilities();
        if (capabilities == null) {
            return null;
        }
        Long free = hive.ramFreeBytes();
        return free == null
                ? capabilities.ram()
                : new MemoryInfo(capabilities.ram().totalBytes(), free);
    }
}
