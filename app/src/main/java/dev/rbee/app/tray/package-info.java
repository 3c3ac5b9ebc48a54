/** The icon in the tray of desktops that have one. The only part that uses AWT, which is not loaded before it is needed. */
@NullMarked
package dev.rbee.app.tray;

import org.jspecify.annotations.NullMarked;
