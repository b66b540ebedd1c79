package org.kith.directory.listing;

import java.util.List;
import java.util.UUID;

/** An entity cannot be stored as given; nothing of its organization was. */
public final class RefusedEntity extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String entity;
    private final UUID id;
    private final transient List<Flaw> flaws;

    public RefusedEntity(String entity, UUID id, List<Flaw> flaws) {
        super(entity + " " + id + " is refused at "
                + flaws.stream().map(Flaw::pointer).toList());
        this.entity = entity;
        this.id = id;
        this.flaws = List.copyOf(flaws);
    }

    /** The HSDS name, e.g. {@code service}. */
    public String entity() {
        return entity;
    }

    public UUID id() {
        return id;
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
