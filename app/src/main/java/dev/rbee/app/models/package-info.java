/** The page of installed models. */
@NullMarked
package dev.rbee.app.models;

import org.jspecify.annotations.NullMarked;
