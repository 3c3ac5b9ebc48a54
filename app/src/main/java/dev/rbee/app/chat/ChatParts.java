package dev.rbee.app.chat;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.remote.ChatApi;
import dev.rbee.app.remote.Discovery;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the chat page is given.
 *
 * @param nanos a monotonic clock
 * @param ids new ids for conversations
 * @param chats the conversations that are kept
 */
public record ChatParts(ChatApi chat, Discovery discovery, LongSupplier nanos, Supplier<String> ids, Chats chats) {}
