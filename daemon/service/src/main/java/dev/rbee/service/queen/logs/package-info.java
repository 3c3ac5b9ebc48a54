/** Log files as events. */
@NullMarked
package dev.rbee.service.queen.logs;

import org.jspecify.annotations.NullMarked;
