/** Builds what is uploaded to other machines: hive, worker and engine, with a small Java or without one. Runs while the product is packaged. */
@NullMarked
package dev.rbee.bundle;

import org.jspecify.annotations.NullMarked;
