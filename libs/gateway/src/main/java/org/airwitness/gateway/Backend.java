package org.airwitness.gateway;

/**
 * A server behind the gateway, spoken to by HTTP/1.1 without TLS.
 *
 * @param name what a person calls it
 * @param host name or address
 * @param port TCP port
 */
public record Backend(String name, String host, int port) {}
