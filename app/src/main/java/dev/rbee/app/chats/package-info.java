/** The conversations as the window knows them: the list, the open one as a tree, what is saved of them. */
@NullMarked
package dev.rbee.app.chats;

import org.jspecify.annotations.NullMarked;
