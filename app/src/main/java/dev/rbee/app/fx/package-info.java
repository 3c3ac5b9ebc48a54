/** The one door to the UI thread: feeds, background work, the clock of the screen. */
@NullMarked
package dev.rbee.app.fx;

import org.jspecify.annotations.NullMarked;
