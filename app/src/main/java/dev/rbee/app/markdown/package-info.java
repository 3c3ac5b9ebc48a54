/** Markdown as nodes of the screen. */
@NullMarked
package dev.rbee.app.markdown;

import org.jspecify.annotations.NullMarked;
