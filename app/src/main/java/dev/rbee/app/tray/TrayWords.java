package dev.rbee.app.tray;

/**
 * What the tray says.
 *
 * @param tip {@code rbee: 2 hives, 3 workers}
 * @param figures the same for a line of the menu
 * @param queen what starts or stops the queen; empty where neither can be done here
 */
public record TrayWords(String tip, String figures, String queen) {}
