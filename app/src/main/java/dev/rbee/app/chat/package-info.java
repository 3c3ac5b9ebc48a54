/** The page of conversations. */
@NullMarked
package dev.rbee.app.chat;

import org.jspecify.annotations.NullMarked;
