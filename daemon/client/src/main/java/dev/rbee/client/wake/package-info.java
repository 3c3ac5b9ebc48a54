/** Waking machines that sleep. */
@NullMarked
package dev.rbee.client.wake;

import org.jspecify.annotations.NullMarked;
