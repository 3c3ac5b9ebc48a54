package dev.rbee.dist;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What is to be made of what.
 *
 * @param project the checkout
 * @param image the product as the build left it, with {@code lib}, {@code app} and {@code assets}
 * @param work where what is made on the way lies; kept between builds
 * @param to where the packages go
 * @param version of the product
 * @param time that every file gets, in whole seconds
 */
record Order(Path project, Path image, Path work, Path to, String version, Instant time) {
    /** The version in numbers alone, without what makes it a preview, as some systems want it. */
    String plainVersion() {
        int dash = version.indexOf('-');
        return dash < 0 ? version : version.substring(0, dash);
    }
}
