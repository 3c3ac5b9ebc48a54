/** Model files that other programs keep, offered where they lie. What their folders say is believed only as far as paths inside them go. */
package dev.rbee.service.models.adopt;
