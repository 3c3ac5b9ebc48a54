/** Everything that can be done, by typing a few letters of it. */
@NullMarked
package dev.rbee.app.palette;

import org.jspecify.annotations.NullMarked;
