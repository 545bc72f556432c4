package org.airwitness.platform.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.airwitness.platform.agency.AgencyId;

/** Hibernate Reactive sessions that see one agency's rows; see {@link AgencyDatabase}. */
public final class AgencySession {
  private AgencySession() {}

  /** Runs work in a transaction of one agency; must be called on a Vert.x context. */
  public static <T> Uni<T> inAgency(AgencyId agency, Supplier<Uni<T>> work) {
    return Panache.withTransaction(() -> enter(agency).chain(() -> work.get()));
  }

  private static Uni<String> enter(AgencyId agency) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery("select set_config('app.agency', :agency, true)", String.class)
                .setParameter("agency", agency.value())
                .getSingleResult());
  }
}
