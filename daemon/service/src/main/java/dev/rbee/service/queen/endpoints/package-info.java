/** Attached servers: any that speaks OpenAI's way takes part, each of its models as a worker. */
package dev.rbee.service.queen.endpoints;
