/** The page of models: what is there, what could be, what is on its way. */
@NullMarked
package dev.rbee.app.models;

import org.jspecify.annotations.NullMarked;
