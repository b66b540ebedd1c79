package org.kith.localstack;

import java.util.stream.Collectors;

/** What the person who started the suite wants to know next. */
final class Welcome {
    private Welcome() {}

    static String of(Addresses addresses) {
        return """

                Kith is ready.

                  directory  %1$s   documents %1$s/q/swagger-ui
                  matching   %2$s   documents %2$s/q/swagger-ui
                  referral   %3$s   documents %3$s/q/swagger-ui
                  Keycloak   %4$s   realm kith, administrator admin
                  PostgreSQL localhost:%5$d         databases directory and referral, user postgres
                  Kafka      localhost:%6$d

                Accounts (secret or password = the name):
                %7$s
                A token:
                  curl -s -d '%8$s' %4$s/realms/kith/protocol/openid-connect/token
                  curl -s -d '%9$s' %4$s/realms/kith/protocol/openid-connect/token

                Try:
                  curl -s '%1$s/v1/search?q=grief&limit=3'

                Ctrl-C here or dev/run stop ends everything; dev/run status shows it.
                """.formatted(
                        addresses.url(Part.DIRECTORY),
                        addresses.url(Part.MATCHING),
                        addresses.url(Part.REFERRAL),
                        addresses.url(Part.KEYCLOAK),
                        addresses.port(Part.POSTGRESQL),
                        addresses.port(Part.KAFKA),
                        Accounts.ALL.stream().map(Welcome::line).collect(Collectors.joining()),
                        Tokens.form("clinic-riverside"),
                        Tokens.form("steward"));
    }

    private static String line(Accounts.Account account) {
        return "  %-22s %-7s %s%n".formatted(account.name(), account.client() ? "client" : "user", account.may());
    }
}
