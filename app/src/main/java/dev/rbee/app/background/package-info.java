/** What goes on while the window is closed, and who starts it again. */
@NullMarked
package dev.rbee.app.background;

import org.jspecify.annotations.NullMarked;
