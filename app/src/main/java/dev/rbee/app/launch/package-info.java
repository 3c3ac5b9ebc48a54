/** Start and stop of the application; the one place where its parts are wired. */
@NullMarked
package dev.rbee.app.launch;

import org.jspecify.annotations.NullMarked;
