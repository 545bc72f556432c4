package org.airwitness.platform.agency;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.airwitness.platform.trace.LogFields;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person or program behind the current request, as its verified token says. */
@RequestScoped
public class Caller {
  private static final String AGENCY_CLAIM = "agency";

  private final SecurityIdentity identity;
  private final JsonWebToken token;

  Caller(SecurityIdentity identity, JsonWebToken token) {
    this.identity = identity;
    this.token = token;
  }

  /**
   * Returns the agency the token acts for.
   *
   * @throws ForbiddenException when the token names none or a malformed one
   */
  public AgencyId agency() {
    String claim = token.getClaim(AGENCY_CLAIM);
    if (claim == null || !AgencyId.isValid(claim)) {
      throw new ForbiddenException("The token does not act for an agency: claim 'agency' missing");
    }
    AgencyId agency = new AgencyId(claim);
    LogFields.ofRequest(agency);
    return agency;
  }

  /**
   * Returns the name to record with what the caller does: what the token calls them, otherwise its
   * subject, as tokens of programs have no name with some providers.
   *
   * @throws ForbiddenException when the token has neither
   */
  public String name() {
    String name = identity.getPrincipal().getName();
    String known = name == null || name.isEmpty() ? token.getSubject() : name;
    if (known == null || known.isEmpty()) {
      throw new ForbiddenException("The token names nobody: claims 'preferred_username', 'sub'");
    }
    return known;
  }

  public boolean hasRole(String role) {
    return identity.hasRole(role);
  }
}
