package org.kith.localstack;

import java.net.URI;

/** What can be seen of a part from outside. */
final class Health {
    private Health() {}

    /** Starts with UP, STARTING or DOWN. */
    static String of(Part part, Addresses addresses) {
        if (!Ports.isOpen(addresses.port(part))) {
            return "DOWN";
        }
        return switch (part) {
            case POSTGRESQL, KAFKA -> "UP";
            case KEYCLOAK -> ChildProcess.answersOk(addresses.realm()) ? "UP" : "STARTING";
            case DIRECTORY, MATCHING, REFERRAL -> ofOurs(part, addresses);
        };
    }

    private static String ofOurs(Part part, Addresses addresses) {
        URI ready = ServiceProcess.ready(part, addresses);
        return ChildProcess.answersOk(ready) ? "UP     " + ready : "STARTING or not ready, see " + ready;
    }
}
