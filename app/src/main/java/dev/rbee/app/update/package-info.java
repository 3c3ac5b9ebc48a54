/** New versions of rbee as the window shows them. */
@NullMarked
package dev.rbee.app.update;

import org.jspecify.annotations.NullMarked;
