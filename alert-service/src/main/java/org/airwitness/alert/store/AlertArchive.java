package org.airwitness.alert.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.airwitness.alert.core.Alert;
import org.airwitness.alert.core.AlertState;
import org.airwitness.alert.store.entity.AlertEntity;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.store.AgencySession;
import org.jspecify.annotations.Nullable;

/** Stored alerts, for reading; newest first. */
@ApplicationScoped
public class AlertArchive {
  private static final int PAGE = 200;

  private static final String BEFORE = "(createdAt < ?1 or (createdAt = ?1 and id < ?2))";
  private static final String NEWEST_FIRST = " order by createdAt desc, id desc";

  /** Returns the alerts of one agency. */
  public OfAgency of(AgencyId agency) {
    return new OfAgency(agency);
  }

  /** The alerts of one agency. */
  public static final class OfAgency {
    private final AgencyId agency;

    private OfAgency(AgencyId agency) {
      this.agency = agency;
    }

    public Uni<Optional<Alert>> find(UUID id) {
      return AgencySession.inAgency(agency, () -> AlertEntity.<AlertEntity>findById(id))
          .map(entity -> Optional.ofNullable(entity).map(AlertEntity::toAlert));
    }

    /**
     * Lists alerts older than a cursor.
     *
     * @param state null for all
     */
    public Uni<List<Alert>> list(@Nullable AlertState state, Cursor after, int limit) {
      return state == null
          ? query(BEFORE + NEWEST_FIRST, limit, after.at(), after.id())
          : query(
              BEFORE + " and state = ?3" + NEWEST_FIRST,
              limit,
              after.at(),
              after.id(),
              state.name().toLowerCase(Locale.ROOT));
    }

    /** Streams the alerts that are not resolved, page by page. */
    public Multi<Alert> open() {
      AtomicReference<Cursor> from = new AtomicReference<>(Cursor.LAST);
      return Multi.createBy()
          .repeating()
          .uni(() -> openAfter(from.get()).invoke(page -> from.set(end(page))))
          .whilst(page -> page.size() == PAGE)
          .onItem()
          .disjoint();
    }

    private Uni<List<Alert>> openAfter(Cursor after) {
      return query(
          BEFORE + " and state <> 'resolved'" + NEWEST_FIRST, PAGE, after.at(), after.id());
    }

    private static Cursor end(List<Alert> page) {
      return page.isEmpty()
          ? Cursor.FIRST
          : new Cursor(page.getLast().createdAt(), page.getLast().id());
    }

    private Uni<List<Alert>> query(String query, int limit, Object... parameters) {
      return AgencySession.inAgency(
              agency, () -> AlertEntity.<AlertEntity>find(query, parameters).page(0, limit).list())
          .map(entities -> entities.stream().map(AlertEntity::toAlert).toList());
    }
  }
}
