/** The list of conversations beside the chat: groups, folders, search. */
@NullMarked
package dev.rbee.app.chats.list;

import org.jspecify.annotations.NullMarked;
