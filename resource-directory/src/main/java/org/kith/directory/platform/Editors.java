package org.kith.directory.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.web.Caller;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** Who may change what: a steward everything, everybody else what belongs to the organization of their token. */
@ApplicationScoped
public class Editors {
    private final Caller caller;

    Editors(Caller caller) {
        this.caller = caller;
    }

    public boolean isSteward() {
        return caller.has(Roles.DIRECTORY_STEWARD);
    }

    /**
     * Says no where the organization is not the caller's. That it exists is no secret: listings are public.
     *
     * @param organization null for what belongs to nobody, which only a steward may touch
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403
     */
    public void requireMayChange(@Nullable UUID organization) {
        if (!mayChange(organization)) {
            throw Problems.forbidden("This belongs to an organization that is not yours.");
        }
    }

    public boolean mayChange(@Nullable UUID organization) {
        return isSteward() || (organization != null && organization.equals(own().orElse(null)));
    }

    /** The caller's organization in the directory. */
    public Optional<UUID> own() {
        return caller.hsdsOrganization();
    }

    /** In which role the caller changes something: fit to be shown, unlike who it is. */
    public String role() {
        String role = isSteward()
                ? Roles.DIRECTORY_STEWARD
                : caller.has(Roles.DIRECTORY_EDITOR) ? Roles.DIRECTORY_EDITOR : Roles.PROVIDER;
        return caller.organization().map(alias -> role + "@" + alias).orElse(role);
    }

    public String subject() {
        return caller.subject();
    }
}
