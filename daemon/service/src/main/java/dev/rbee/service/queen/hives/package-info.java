/** The queen's live view of its hives, and how it starts and stops them. */
package dev.rbee.service.queen.hives;
