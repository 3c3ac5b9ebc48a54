/** Keys of users and programs. */
@NullMarked
package dev.rbee.app.settings.keys;

import org.jspecify.annotations.NullMarked;
