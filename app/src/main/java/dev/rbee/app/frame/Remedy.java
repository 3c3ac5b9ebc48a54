package dev.rbee.app.frame;

/**
 * The one thing that helps against a problem.
 *
 * @param words on its button, verb first
 * @param act on the JavaFX thread; returns at once
 */
public record Remedy(String words, Runnable act) {}
