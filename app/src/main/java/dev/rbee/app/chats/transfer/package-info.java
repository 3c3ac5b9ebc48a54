/** Chats out to files and in from files of this and other programs; no JavaFX. */
@NullMarked
package dev.rbee.app.chats.transfer;

import org.jspecify.annotations.NullMarked;
