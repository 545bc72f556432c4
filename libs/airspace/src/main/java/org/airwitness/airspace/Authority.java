package org.airwitness.airspace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask or to tell before flying in a zone (EUROCAE ED-269 and ED-318).
 *
 * @param names name, once per language; like services and contacts possibly empty
 * @param siteUrl address of a web page
 * @param email one or several addresses as published
 * @param intervalBefore how long before the flight, ISO 8601 duration as published
 */
public record Authority(
    List<LocalText> names,
    List<LocalText> services,
    List<LocalText> contacts,
    @Nullable String siteUrl,
    @Nullable String email,
    @Nullable String phone,
    @Nullable Purpose purpose,
    @Nullable String intervalBefore) {
  /** What the authority is to be approached for. */
  public enum Purpose {
    AUTHORIZATION,
    NOTIFICATION,
    INFORMATION
  }

  public Authority {
    names = List.copyOf(names);
    services = List.copyOf(services);
    contacts = List.copyOf(contacts);
  }
}
