package dev.rbee.contract.hives;

/**
 * Body of {@code POST /v1/link} at a hive that is reached through a tunnel: told by its queen at every new connection.
 *
 * @param gateway where registry and queen answer, on the hive's machine: {@code http://127.0.0.1:41234}
 * @param port under which the queen reaches the hive on her own machine
 */
public record LinkHive(String gateway, int port) {}
