package dev.rbee.app.chat;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.list.ChatSide;
import dev.rbee.app.chats.list.FileChoice;
import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.remote.ChatApi;
import dev.rbee.app.remote.Discovery;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What the chat page is given.
 *
 * @param nanos a monotonic clock
 * @param chats the conversations that are kept
 * @param side their list
 * @param habits how chats behave
 * @param files asks where to save
 * @param opener shows an address outside of the application
 */
public record ChatParts(
        ChatApi chat,
        Discovery discovery,
        LongSupplier nanos,
        Chats chats,
        ChatSide side,
        Habits habits,
        Dialogs dialogs,
        Presenter presenter,
        Toasts toasts,
        FileChoice files,
        Consumer<String> opener) {}
