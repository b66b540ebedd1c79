package org.kith.localstack;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Where each part listens, on loopback. */
public record Addresses(Map<Part, Integer> ports) {
    public Addresses {
        ports = Map.copyOf(ports);
    }

    /** The ports that are promised to the outside. */
    public static Addresses contract() {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, part.contractPort());
        }
        return new Addresses(ports);
    }

    /** Ports that nobody uses, so that a second suite can run beside the first. */
    public static Addresses free() {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            int port = Ports.free();
            while (ports.containsValue(port)) {
                port = Ports.free();
            }
            ports.put(part, port);
        }
        return new Addresses(ports);
    }

    public int port(Part part) {
        Integer port = ports.get(part);
        if (port == null) {
            throw new IllegalArgumentException("No port for " + part.title());
        }
        return port;
    }

    /** Such as {@code http://localhost:8081}, without a slash at the end. */
    public URI url(Part part) {
        return URI.create("http://localhost:" + port(part));
    }

    /** The issuer of every token. */
    public URI realm() {
        return URI.create(url(Part.KEYCLOAK) + "/realms/kith");
    }

    /** Two parts of ours and a stranger cannot share a port, so a start looks first. */
    void requireAllFree() {
        for (Part part : Part.values()) {
            if (!Ports.canListen(port(part))) {
                throw new StartFailed("Port %d is taken by another program; %s needs it. Free it and start again."
                        .formatted(port(part), part.title()));
            }
        }
    }
}
