/** Servers of others that take part as workers. */
package dev.rbee.contract.endpoints;
