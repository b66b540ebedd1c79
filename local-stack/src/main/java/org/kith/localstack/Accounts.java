package org.kith.localstack;

import java.util.List;

/** The accounts of the realm file. The secret or password of each is its name; production has none of them. */
public final class Accounts {
    /** What a person may want to know about an account. */
    public record Account(String name, boolean client, String may) {}

    public static final List<Account> ALL = List.of(
            client("clinic-riverside", "partner clinic: match, its own clients, consents and referrals"),
            client("clinic-hilltop", "another partner clinic"),
            client("app-openmap", "third-party application: directory and matching, no referral"),
            user("riverside-coordinator", "coordinator of Riverside Clinic"),
            user("hilltop-coordinator", "coordinator of Hilltop Clinic"),
            user("steward", "every listing, imports, verification"),
            user("editor-hope", "the listings of Hope Center"),
            user("provider-hope", "the inbox of Hope Center, and its capacity"),
            user("auditor", "the audit trail"));

    private Accounts() {}

    /** Finds an account by its name. */
    public static Account named(String name) {
        return ALL.stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No account " + name));
    }

    private static Account client(String name, String may) {
        return new Account(name, true, may);
    }

    private static Account user(String name, String may) {
        return new Account(name, false, may);
    }
}
