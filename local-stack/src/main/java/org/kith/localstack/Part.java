package org.kith.localstack;

/** Everything that the suite consists of on one machine, with the port that is promised to the outside. */
public enum Part {
    KEYCLOAK("Keycloak", 8180),
    POSTGRESQL("PostgreSQL", 15432),
    KAFKA("Kafka", 29092),
    DIRECTORY("resource-directory", 8081),
    MATCHING("matching-service", 8082),
    REFERRAL("referral-service", 8083);

    private final String title;
    private final int contractPort;

    Part(String title, int contractPort) {
        this.title = title;
        this.contractPort = contractPort;
    }

    public String title() {
        return title;
    }

    public int contractPort() {
        return contractPort;
    }

    /** Whether it is one of ours: a Maven module of that name, with its health under {@code /q/health}. */
    boolean isOurs() {
        return switch (this) {
            case DIRECTORY, MATCHING, REFERRAL -> true;
            case KEYCLOAK, POSTGRESQL, KAFKA -> false;
        };
    }
}
