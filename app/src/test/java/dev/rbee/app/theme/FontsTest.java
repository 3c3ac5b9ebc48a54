package dev.rbee.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.framework.junit5.ApplicationTest;

/** Text at a scale of 200 % has as much ink as text of twice the size: no glyph has holes where its contours overlap. */
class FontsTest extends ApplicationTest {
    private static final int SIZE = 20;
    /** Of the ink; rounding alone takes so much of the smallest letters. */
    private static final double TOLERANCE = 0.03;

    @Override
    public void start(Stage stage) {
        new Look();
    }

    private static double ink(Text text, double scale) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        how.setFill(Color.WHITE);
        WritableImage image = text.snapshot(how, null);
        double ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                ink += 1 - image.getPixelReader().getColor(x, y).getBrightness();
            }
        }
        return ink;
    }

    private static boolean holed(Text small, Text large) {
        return ink(small, 2) < ink(large, 1) * (1 - TOLERANCE);
    }

    private static Text text(int letter, Font font) {
        Text text = new Text(Character.toString(letter));
        text.setFont(font);
        return text;
    }

    private static FontIcon icon(Feather icon, int size) {
        FontIcon text = new FontIcon(icon);
        text.setFont(Font.font(text.getFont().getFamily(), size));
        text.setIconSize(size);
        return text;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Inter_400Regular",
                "Inter_400Regular_Italic",
                "Inter_600SemiBold",
                "Inter_700Bold",
                "JetBrainsMono_400Regular",
                "JetBrainsMono_700Bold"
            })
    void lettersHaveNoHoles(String name) {
        String file = Objects.requireNonNull(Look.class.getResource("/dev/rbee/app/fonts/" + name + ".ttf"))
                .toExternalForm();
        Font small = Font.loadFont(file, SIZE);
        Font large = Font.loadFont(file, 2 * SIZE);
        List<String> bad = new ArrayList<>();
        interact(() -> IntStream.range('!', 0x180)
                .filter(Character::isLetterOrDigit)
                .filter(c -> holed(text(c, small), text(c, large)))
                .forEach(c -> bad.add(Character.toString(c))));
        assertEquals(List.of(), bad);
    }

    @Test
    void iconsHaveNoHoles() {
        List<Feather> bad = new ArrayList<>();
        interact(() -> {
            for (Feather icon : Feather.values()) {
                if (holed(icon(icon, SIZE), icon(icon, 2 * SIZE))) {
                    bad.add(icon);
                }
            }
        });
        assertEquals(List.of(), bad);
    }
}
