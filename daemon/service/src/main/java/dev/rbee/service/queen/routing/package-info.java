/** Where a request goes: a pure decision over a snapshot of the fleet. */
package dev.rbee.service.queen.routing;
