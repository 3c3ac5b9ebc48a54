/** Makes what is installed: the product with a Java of its own, its programs and their start-up caches, and the packages of this system. */
@NullMarked
package dev.rbee.dist;

import org.jspecify.annotations.NullMarked;
