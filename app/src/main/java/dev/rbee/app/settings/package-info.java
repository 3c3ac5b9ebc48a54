/** The page of settings, addresses and licences. */
@NullMarked
package dev.rbee.app.settings;

import org.jspecify.annotations.NullMarked;
