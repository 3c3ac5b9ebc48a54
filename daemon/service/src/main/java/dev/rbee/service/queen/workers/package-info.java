/** The queen's workers: who there is, in which state, and their slots. */
package dev.rbee.service.queen.workers;
