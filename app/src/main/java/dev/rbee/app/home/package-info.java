/** The first page: the fleet at a glance, and the first steps for a new user. */
@NullMarked
package dev.rbee.app.home;

import org.jspecify.annotations.NullMarked;
