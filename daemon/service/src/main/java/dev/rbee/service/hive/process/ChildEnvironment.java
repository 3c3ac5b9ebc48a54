package dev.rbee.service.hive.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The environment of a child: a few names of ours, nothing that may hold a secret. Pure. */
public final class ChildEnvironment {
    private static final List<String> KEPT = List.of(
            "PATH",
            "HOME",
            "USER",
            "LANG",
            "LC_ALL",
            "TZ",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "DYLD_LIBRARY_PATH",
            "CUDA_VISIBLE_DEVICES",
            "SystemRoot",
            "TEMP",
            "TMP",
            "USERPROFILE",
            "LOCALAPPDATA");

    private ChildEnvironment() {}

    /** What a worker gets of the hive's own environment; OpenMP threads wait instead of spinning. */
    public static Map<String, String> forWorker(Map<String, String> own) {
        Map<String, String> kept = new TreeMap<>();
        for (String name : KEPT) {
            String value = own.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        kept.put("OMP_WAIT_POLICY", "passive");
        return kept;
    }
}
