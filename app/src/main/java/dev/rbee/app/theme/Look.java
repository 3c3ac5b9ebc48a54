package dev.rbee.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/** The look in force; switched at once in every window. JavaFX thread only. */
public final class Look {
    private static final List<String> FONTS = List.of(
            "Inter_400Regular",
            "Inter_400Regular_Italic",
            "Inter_600SemiBold",
            "Inter_700Bold",
            "JetBrainsMono_400Regular",
            "JetBrainsMono_700Bold",
            "Feather_Regular");

    /** One sheet per part of the window, after the one all of them share; later ones win. */
    private static final List<String> PARTS = List.of(
            "rbee",
            "frame",
            "problem",
            "connect",
            "home",
            "fleet",
            "chat",
            "chats",
            "markdown",
            "models",
            "activity",
            "settings",
            "enroll",
            "focus");

    private final List<WeakReference<Scene>> scenes = new ArrayList<>();
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ObservableValue<ColorScheme> system;
    private Theme theme = Theme.SYSTEM;

    /** Loads the fonts and follows the system from now on. */
    public Look() {
        this(Platform.getPreferences().colorSchemeProperty());
    }

    /** The same where {@code system} says what the desktop wants. */
    Look(ObservableValue<ColorScheme> system) {
        this.system = system;
        IkonResolverProvider.getInstance(
                JavaFXFontLoader.getInstance()); // loads its own, whose place ours of the same name takes
        FONTS.forEach(name -> Font.loadFont(resource("fonts/" + name + ".ttf"), 13));
        system.addListener((p, old, now) -> apply());
    }

    /** Changes the look of every window. */
    public void choose(Theme choice) {
        theme = choice;
        apply();
    }

    /** What was chosen. */
    public Theme chosen() {
        return theme;
    }

    /** Whether the look is dark now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Gives a new window's scene the look, now and at every later change. */
    public void dress(Scene scene) {
        scenes.add(new WeakReference<>(scene));
        scene.getStylesheets().setAll(sheets());
    }

    private void apply() {
        dark.set(
                switch (theme) {
                    case DARK -> true;
                    case LIGHT -> false;
                    case SYSTEM -> system.getValue() == ColorScheme.DARK;
                });
        String primer = dark.get()
                ? new PrimerDark().getUserAgentStylesheetBSS()
                : new PrimerLight().getUserAgentStylesheetBSS();
        if (!Objects.equals(primer, Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(primer);
        }
        scenes.removeIf(scene -> scene.get() == null);
        for (WeakReference<Scene> reference : scenes) {
            Scene scene = reference.get();
            if (scene != null) {
                scene.getStylesheets().setAll(sheets());
            }
        }
    }

    private List<String> sheets() {
        return Stream.concat(Stream.of(dark.get() ? "dark" : "light"), PARTS.stream())
                .map(name -> resource("theme/" + name + ".css"))
                .toList();
    }

    private static String resource(String path) {
        return Objects.requireNonNull(Look.class.getResource("/dev/rbee/app/" + path), path)
                .toExternalForm();
    }
}
