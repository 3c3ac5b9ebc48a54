/** The page of loaded models. */
@NullMarked
package dev.rbee.app.workers;

import org.jspecify.annotations.NullMarked;
