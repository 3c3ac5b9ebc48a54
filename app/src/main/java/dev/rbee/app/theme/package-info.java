/** How rbee looks: themes, fonts, marks, pills, cards, empty states. */
@NullMarked
package dev.rbee.app.theme;

import org.jspecify.annotations.NullMarked;
