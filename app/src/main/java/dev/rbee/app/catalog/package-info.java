/** Models and downloads as people see them: grouped, in words, in colours. */
@NullMarked
package dev.rbee.app.catalog;

import org.jspecify.annotations.NullMarked;
