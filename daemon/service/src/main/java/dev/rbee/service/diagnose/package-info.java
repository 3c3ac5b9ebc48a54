/** What somebody who helps needs to know of an installation, without its secrets. */
package dev.rbee.service.diagnose;
