package org.airwitness.platform.agency;

/** Names of the roles a token carries; none includes another. */
public final class Roles {
  public static final String VIEWER = "viewer";
  public static final String DUTY_OFFICER = "duty-officer";
  public static final String INVESTIGATOR = "investigator";
  public static final String AUDITOR = "auditor";
  public static final String AGENCY_ADMIN = "agency-admin";

  /** Runs the platform and sees no agency's records. */
  public static final String PLATFORM_ADMIN = "platform-admin";

  private Roles() {}
}
