/**
 * Clients of every part over HTTP: typed calls, event streams, chat streams, and the announcers that keep a component known to registry and
 * queen. Calls block; nothing here knows JavaFX or SQLite.
 */
@NullMarked
package dev.rbee.client;

import org.jspecify.annotations.NullMarked;
