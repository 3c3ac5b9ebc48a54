/** The application's mirror of the fleet, and how it is kept fresh. */
@NullMarked
package dev.rbee.app.live;

import org.jspecify.annotations.NullMarked;
