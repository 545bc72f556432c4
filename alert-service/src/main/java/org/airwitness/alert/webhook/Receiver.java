package org.airwitness.alert.webhook;

import java.net.InetAddress;
import org.airwitness.alert.core.webhook.WebhookUrl;

/**
 * Where to connect: a URL and the address its host had when it was checked. The host is not
 * resolved again.
 */
public record Receiver(WebhookUrl url, InetAddress address) {}
