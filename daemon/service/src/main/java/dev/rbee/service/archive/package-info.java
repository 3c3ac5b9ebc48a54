/** Archives: those of others read, those for other machines written. */
package dev.rbee.service.archive;
