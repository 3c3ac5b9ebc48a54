/** Archives of somebody else's making. */
package dev.rbee.service.archive;
