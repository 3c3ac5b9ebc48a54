/** The curated catalogue: which open models there are, where they lie and what they are good at. */
package dev.rbee.service.models.library;
