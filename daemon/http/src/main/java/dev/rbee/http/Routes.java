package dev.rbee.http;

/**
 * Where a daemon names its routes: exact paths, with {@code {name}} for one segment. An unknown path answers 404
 * {@code route_not_found}, a known one with another method 405 with {@code Allow}.
 */
public interface Routes {
    /** Any method, upper case. Throws {@link IllegalArgumentException} for a route named twice. */
    Routes on(String method, String path, Handler handler);

    /** GET. */
    default Routes get(String path, Handler handler) {
        return on("GET", path, handler);
    }

    /** POST. */
    default Routes post(String path, Handler handler) {
        return on("POST", path, handler);
    }

    /** PUT. */
    default Routes put(String path, Handler handler) {
        return on("PUT", path, handler);
    }

    /** DELETE. */
    default Routes delete(String path, Handler handler) {
        return on("DELETE", path, handler);
    }
}
