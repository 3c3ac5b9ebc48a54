package dev.rbee.service.settings;

/** Hides values that nobody should read in a log or on a screen. Pure. */
public final class Secrets {
    private Secrets() {}

    /** The value, or stars where the key's last word says that it is a secret. */
    public static String masked(String key, String value) {
        return key.matches("(?i).*(token|secret|password|api_key)$") && !value.isEmpty() ? "****" : value;
    }
}
