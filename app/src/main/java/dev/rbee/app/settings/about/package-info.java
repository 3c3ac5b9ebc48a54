/** What rbee is made of, what it knows of itself, and what helps whoever helps. */
@NullMarked
package dev.rbee.app.settings.about;

import org.jspecify.annotations.NullMarked;
