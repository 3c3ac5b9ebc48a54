package dev.rbee.bench;

/**
 * A window that nobody uses.
 *
 * @param window seconds from the start of its process until it is there
 * @param memory of all processes meant
 * @param cpu seconds of processor time in a minute
 */
record Idle(double window, Memory memory, double cpu) {}
