package dev.rbee.app.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContextSliderTest {
    @Test
    void stepsDoubleAndEndWithWhatTheModelWasTrainedWith() {
        assertEquals(List.of(512, 1024, 2048, 4096), ContextSlider.steps(4096));
        assertEquals(List.of(512, 1024, 1500), ContextSlider.steps(1500));
        assertEquals(List.of(256), ContextSlider.steps(256));
        assertEquals(List.of(1), ContextSlider.steps(0));
        assertEquals(Integer.MAX_VALUE, ContextSlider.steps(Integer.MAX_VALUE).getLast());
    }
}
