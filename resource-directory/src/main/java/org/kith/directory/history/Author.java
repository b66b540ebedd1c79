package org.kith.directory.history;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import org.kith.directory.platform.Editors;
import org.kith.web.Caller;

/**
 * On whose behalf something is changed.
 *
 * @param name a role, with the organization where there is one; fit to be shown
 * @param isPerson whether somebody chose each value, so that each is kept; an import is one word per entity
 */
public record Author(String name, boolean isPerson) {
    /** From the request at hand. */
    @ApplicationScoped
    public static class Authors {
        private final Caller caller;
        private final Editors editors;

        Authors(Caller caller, Editors editors) {
            this.caller = caller;
            this.editors = editors;
        }

        /** @param otherwise who it is where nobody asked: an import, an event */
        public Author current(String otherwise) {
            boolean asked = Arc.container().requestContext().isActive() && !caller.isAnonymous();
            return asked ? new Author(editors.role(), true) : new Author(otherwise, false);
        }
    }
}
