package org.airwitness.ingest.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.airwitness.ingest.store.entity.AgencyEntity;
import org.hibernate.exception.ConstraintViolationException;

/** The agencies of the platform. */
@ApplicationScoped
public class AgencyStore {
  /**
   * Adds an agency; false when its id is taken. It looks first, because what is declared is added
   * again with each upgrade, and a refused insert is an error in two logs.
   */
  public Uni<Boolean> add(AgencyEntity agency) {
    return Panache.withTransaction(() ->
            AgencyEntity.<AgencyEntity>findById(agency.id)
                .chain(known ->
                    known == null
                        ? agency.persist().replaceWith(true)
                        : Uni.createFrom().item(false)))
        .onFailure(ConstraintViolationException.class)
        .recoverWithItem(false);
  }

  /** Changes an agency; empty when there is none of this id. */
  public Uni<Optional<AgencyEntity>> change(String id, Consumer<AgencyEntity> change) {
    return Panache.withTransaction(() ->
        AgencyEntity.<AgencyEntity>findById(id)
            .map(agency -> {
              if (agency != null) {
                change.accept(agency);
              }
              return Optional.ofNullable(agency);
            }));
  }

  public Uni<Optional<AgencyEntity>> find(String id) {
    return Panache.withSession(() -> AgencyEntity.<AgencyEntity>findById(id))
        .map(Optional::ofNullable);
  }

  /** Returns agencies with a greater id, at most {@code limit + 1}. */
  public Uni<List<AgencyEntity>> list(String after, int limit) {
    return Panache.withSession(() ->
        AgencyEntity.<AgencyEntity>find("id > ?1", Sort.by("id"), after).range(0, limit).list());
  }
}
