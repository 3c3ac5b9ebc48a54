/** The window: navigation, pages, status bar, keyboard. */
@NullMarked
package dev.rbee.app.frame;

import org.jspecify.annotations.NullMarked;
