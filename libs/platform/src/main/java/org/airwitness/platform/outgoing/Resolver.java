package org.airwitness.platform.outgoing;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Asks name servers. */
@FunctionalInterface
public interface Resolver {
  /** Returns every address of a name; fails when there is none. */
  Uni<List<InetAddress>> resolve(String host);
}
