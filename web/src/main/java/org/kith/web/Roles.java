package org.kith.web;

/** The realm's roles; see the table of accounts in docs/operations.md. */
public final class Roles {
    /** A partner clinic's system: matches, and its own clients, consents and referrals. */
    public static final String PARTNER_CLINIC = "partner-clinic";

    /** A person of a clinic who makes and follows referrals; shares the clinic's tenant. */
    public static final String COORDINATOR = "coordinator";

    /** May change every listing, import, and verify. */
    public static final String DIRECTORY_STEWARD = "directory-steward";

    /** May change the listings of the organizations that it belongs to. */
    public static final String DIRECTORY_EDITOR = "directory-editor";

    /** Staff of a receiving organization: inbox and capacity. */
    public static final String PROVIDER = "provider";

    /** Reads the audit log. */
    public static final String AUDITOR = "auditor";

    /** A third-party application: the directory at a higher rate, matching without referral. */
    public static final String APP = "app";

    private Roles() {}
}
