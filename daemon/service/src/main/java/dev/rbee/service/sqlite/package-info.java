/** SQLite as rbee's databases want it: the queen's, and the application's chats. */
package dev.rbee.service.sqlite;
