/** What the window remembers from one start to the next. */
@NullMarked
package dev.rbee.app.state;

import org.jspecify.annotations.NullMarked;
