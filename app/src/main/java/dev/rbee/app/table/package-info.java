/** Tables of live rows: columns, ages, pills, what to leave out where it is narrow. */
@NullMarked
package dev.rbee.app.table;

import org.jspecify.annotations.NullMarked;
