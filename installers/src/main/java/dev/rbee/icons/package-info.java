/** Draws the icons of every system from the one drawing in {@code assets/icons}. */
@NullMarked
package dev.rbee.icons;

import org.jspecify.annotations.NullMarked;
