/** Who may do what at the queen, and what was done: users' tokens, the gate, audit and request log. */
package dev.rbee.service.queen.access;
