/** The logs of all parts in one view. */
@NullMarked
package dev.rbee.app.journal;

import org.jspecify.annotations.NullMarked;
