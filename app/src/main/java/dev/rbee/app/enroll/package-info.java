/** The wizard that adds a machine: where, trust, what was found, install, ready. */
@NullMarked
package dev.rbee.app.enroll;

import org.jspecify.annotations.NullMarked;
