package dev.rbee.app.tray;

/**
 * What the tray's menu does; each is called on AWT's thread and must return at once.
 *
 * @param open shows the window
 * @param queen starts or stops the queen
 * @param quit ends the program
 */
public record TrayActions(Runnable open, Runnable queen, Runnable quit) {}
