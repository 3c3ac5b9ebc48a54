/** Colours for code, line by line, without JavaFX. */
@NullMarked
package dev.rbee.app.highlight;

import org.jspecify.annotations.NullMarked;
