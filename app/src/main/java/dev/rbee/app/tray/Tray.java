package dev.rbee.app.tray;

import dev.rbee.app.words.Words;
import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An icon with a menu. Loads AWT when it is made; thread-safe, what is shown changes on AWT's own thread. */
public final class Tray implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tray.class);
    private static final Words WORDS = Words.of(Tray.class);
    private static final String ICON = "/dev/rbee/app/icons/rbee-64.png";

    private final SystemTray tray;
    private final TrayIcon icon;
    private final MenuItem figures = new MenuItem();
    private final MenuItem queen = new MenuItem();

    private Tray(SystemTray tray, Image image, TrayActions actions) {
        this.tray = tray;
        MenuItem open = item(new MenuItem(WORDS.get("tray.open")), actions.open());
        MenuItem quit = item(new MenuItem(WORDS.get("tray.quit")), actions.quit());
        figures.setEnabled(false);
        item(queen, actions.queen());
        PopupMenu menu = new PopupMenu();
        menu.add(open);
        menu.add(figures);
        menu.addSeparator();
        menu.add(queen);
        menu.add(quit);
        icon = new TrayIcon(image, WORDS.get("tray.name"), menu);
        icon.setImageAutoSize(true);
        icon.addActionListener(e -> actions.open().run());
    }

    private static MenuItem item(MenuItem item, Runnable action) {
        item.addActionListener(e -> action.run());
        return item;
    }

    /** Shows it; empty where the desktop has no tray. Blocks for some hundred milliseconds; not on the JavaFX thread. */
    public static Optional<Tray> show(TrayActions actions) {
        try {
            if (!SystemTray.isSupported()) {
                return Optional.empty();
            }
            Tray made = new Tray(SystemTray.getSystemTray(), image(), actions);
            made.tray.add(made.icon);
            return Optional.of(made);
        } catch (AWTException | IOException | UnsupportedOperationException e) {
            LOG.info("no icon in the tray: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Image image() throws IOException {
        try (InputStream in = Objects.requireNonNull(Tray.class.getResourceAsStream(ICON), ICON)) {
            return ImageIO.read(in);
        }
    }

    /** Says that from now on. */
    public void say(TrayWords words) {
        EventQueue.invokeLater(() -> {
            icon.setToolTip(words.tip());
            figures.setLabel(words.figures());
            queen.setLabel(words.queen().isEmpty() ? WORDS.get("tray.queen.elsewhere") : words.queen());
            queen.setEnabled(!words.queen().isEmpty());
        });
    }

    /** Takes it away; AWT's threads end by themselves. */
    @Override
    public void close() {
        EventQueue.invokeLater(() -> tray.remove(icon));
    }
}
