package org.airwitness.platform.outgoing;

import java.net.InetAddress;

/**
 * Where to connect: a URL and the address its host had when it was checked. The host is not
 * resolved again.
 */
public record Destination(OutgoingUrl url, InetAddress address) {}
