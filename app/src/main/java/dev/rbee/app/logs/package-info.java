/** Logs of a worker, live. */
@NullMarked
package dev.rbee.app.logs;

import org.jspecify.annotations.NullMarked;
