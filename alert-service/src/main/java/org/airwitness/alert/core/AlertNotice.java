package org.airwitness.alert.core;

/** Port: the message subscribers get about an event. */
@FunctionalInterface
public interface AlertNotice {
  /** Writes the body; it is stored and sent unchanged with every attempt. */
  String body(Alert alert, AlertEvent event);
}
