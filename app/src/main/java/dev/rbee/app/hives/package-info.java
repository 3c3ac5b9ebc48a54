/** The page of machines. */
@NullMarked
package dev.rbee.app.hives;

import org.jspecify.annotations.NullMarked;
