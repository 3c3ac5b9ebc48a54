/** Where things are kept and how much room they take. */
@NullMarked
package dev.rbee.app.settings.places;

import org.jspecify.annotations.NullMarked;
