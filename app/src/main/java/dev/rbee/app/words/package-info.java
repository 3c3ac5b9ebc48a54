/** The words people read, in bundles by package and language. */
@NullMarked
package dev.rbee.app.words;

import org.jspecify.annotations.NullMarked;
