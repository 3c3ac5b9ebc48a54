@NullMarked
package dev.rbee.client;

import org.jspecify.annotations.NullMarked;
