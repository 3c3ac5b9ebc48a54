/** Real servers for tests: processes of this machine, on high ports of 127.0.0.1, with homes of their own. */
@NullMarked
package dev.rbee.testing;

import org.jspecify.annotations.NullMarked;
