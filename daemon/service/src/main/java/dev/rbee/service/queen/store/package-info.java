/** What the queen keeps on disk: {@code beehives.db}, one writer, reply after commit, three backups. */
package dev.rbee.service.queen.store;
