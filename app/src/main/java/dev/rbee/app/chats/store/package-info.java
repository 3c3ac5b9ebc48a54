/** The conversations on disk: {@code chats.db}, one writer thread, no JavaFX. */
@NullMarked
package dev.rbee.app.chats.store;

import org.jspecify.annotations.NullMarked;
