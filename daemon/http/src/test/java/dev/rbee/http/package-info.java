@NullMarked
package dev.rbee.http;

import org.jspecify.annotations.NullMarked;
