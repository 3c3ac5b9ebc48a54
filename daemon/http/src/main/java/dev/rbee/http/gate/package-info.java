/** Who may come in, per kind of daemon. */
@NullMarked
package dev.rbee.http.gate;

import org.jspecify.annotations.NullMarked;
