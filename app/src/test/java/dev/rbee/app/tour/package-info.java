/** Looks at pages: pictures of each in every state, and what can be seen to be wrong without an eye. */
@NullMarked
package dev.rbee.app.tour;

import org.jspecify.annotations.NullMarked;
