package dev.rbee.contract.registry;

/**
 * Answer to a registration.
 *
 * @param heartbeatIntervalS beat this often, seconds
 * @param onlineWindowS online while seen within this, seconds
 */
public record RegisterResponse(String componentId, int heartbeatIntervalS, int onlineWindowS) {}
