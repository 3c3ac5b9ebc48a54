package dev.rbee.app.markdown;

import java.util.function.DoubleUnaryOperator;

/** The height something needs at the width it was last asked for, until it is laid out anew. What is finished is not measured again for each word that comes below. */
final class Height {
    private double width = Double.NaN;
    private double height;

    /** The height at that width; {@code measured} finds out where it is not known. */
    double at(double wide, DoubleUnaryOperator measured) {
        if (wide != width) {
            height = measured.applyAsDouble(wide);
            width = wide;
        }
        return height;
    }

    /** It is not known any more. */
    void forget() {
        width = Double.NaN;
    }
}
