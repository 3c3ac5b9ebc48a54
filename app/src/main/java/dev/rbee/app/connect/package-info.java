/** The queens the application can be connected to: this machine's, one at an address, one behind an SSH login. */
@NullMarked
package dev.rbee.app.connect;

import org.jspecify.annotations.NullMarked;
