/** Files from outside, or from the fleet, onto this machine's disk: in ranges, resumed, hashed, whole or not at all. */
@NullMarked
package dev.rbee.service.models.fetch;

import org.jspecify.annotations.NullMarked;
