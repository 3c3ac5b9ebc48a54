/** Problems as people see them: words, one action, details. */
@NullMarked
package dev.rbee.app.problem;

import org.jspecify.annotations.NullMarked;
