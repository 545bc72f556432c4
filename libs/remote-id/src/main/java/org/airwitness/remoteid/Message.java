package org.airwitness.remoteid;

/**
 * One Remote ID message (ASTM F3411-22a, ASD-STAN prEN 4709-002).
 *
 * <p>A {@code null} number, position or text was not stated by the sender, or was illegal; only the
 * latter leaves a {@link Finding}. An enumeration carries the meaning of its code 0 as a constant
 * ({@code UNDECLARED}, {@code UNKNOWN}); it is {@code null} only for a reserved code. Constructors
 * refuse values outside the legal range; to build messages from values of unknown quality, pass
 * each through a {@link Screen}.
 */
public sealed interface Message
    permits BasicId, Location, Authentication, SelfId, SystemMessage, OperatorId, Unreadable {

  /** The protocol version of the sender: 0 is F3411-19, 1 prEN 4709-002 P1, 2 F3411-22a. */
  int version();
}
