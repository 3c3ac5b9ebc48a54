package dev.rbee.app.instance;

/**
 * Where the first one listens, as its private file says.
 *
 * @param port of 127.0.0.1
 */
record Doorplate(int port, String secret, long pid) {
    @Override
    public String toString() {
        return "Doorplate[port=" + port + ", pid=" + pid + "]";
    }
}
