package org.airwitness.remoteid;

/** A meaning that Remote ID writes as a small number. */
public interface Coded {

  /** The number on the wire. */
  int code();
}
