/** What the application asks of the daemons, as small interfaces, and their HTTP side. */
@NullMarked
package dev.rbee.app.remote;

import org.jspecify.annotations.NullMarked;
