/** How the queen finds those who were there before it. */
package dev.rbee.service.queen.discovery;
