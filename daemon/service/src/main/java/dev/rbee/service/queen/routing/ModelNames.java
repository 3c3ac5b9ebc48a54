package dev.rbee.service.queen.routing;

import java.util.Locale;

/** When two names mean the same model: case, {@code .gguf}, {@code :latest} and the demo model's file name do not matter. */
public final class ModelNames {
    private static final String GGUF = ".gguf";
    private static final String LATEST = ":latest";

    private ModelNames() {}

    /** The name under which a model is indexed. */
    public static String key(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        key = key.endsWith(GGUF) ? key.substring(0, key.length() - GGUF.length()) : key;
        key = key.endsWith(LATEST) ? key.substring(0, key.length() - LATEST.length()) : key;
        return key.equals("rbee-demo") ? "demo" : key;
    }

    /** Whether both mean one model. */
    public static boolean same(String a, String b) {
        return a.equals(b) || key(a).equals(key(b));
    }
}
