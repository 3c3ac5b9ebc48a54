/** Changes a TOML text in as few places as can be. */
package dev.rbee.service.toml;
