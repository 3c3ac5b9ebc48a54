/** One window per home folder: a second start hands what it was asked to the first one and ends. */
@NullMarked
package dev.rbee.app.instance;

import org.jspecify.annotations.NullMarked;
