/** This machine's {@code rbee.toml}, to be looked at and changed. */
@NullMarked
package dev.rbee.app.settings.file;

import org.jspecify.annotations.NullMarked;
