/** What happens in the fleet, as one numbered stream ({@code GET /v1/events}). */
package dev.rbee.service.queen.events;
