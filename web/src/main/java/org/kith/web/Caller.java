package org.kith.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who asks, from the token alone.
 *
 * <p>The tenant is the alias of the caller's organization in the token's {@code organization} claim, whose shape is
 * Keycloak's: {@code {"hope-center": {"id": "…", "hsds_organization_id": ["…"]}}}. Nothing in a path, a body or a header
 * ever changes it.
 */
@RequestScoped
public class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** The token's subject; empty for an anonymous caller. */
    public String subject() {
        if (identity.isAnonymous()) {
            return "";
        }
        String subject = identity.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : null;
        return subject == null ? identity.getPrincipal().getName() : subject;
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** The alias of the one organization that the caller acts for; empty where there is none, or more than one. */
    public Optional<String> organization() {
        Map<String, JsonNode> organizations = organizations();
        return organizations.size() == 1
                ? Optional.of(organizations.keySet().iterator().next())
                : Optional.empty();
    }

    /**
     * The tenant, where the request cannot go on without one.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 where the token names none, or more than one
     */
    public String tenant() {
        return organization().orElseThrow(() -> Problems.forbidden("The token names no single organization."));
    }

    /** The directory's id of the one organization that the caller acts for. */
    public Optional<UUID> hsdsOrganization() {
        return organization().flatMap(alias -> hsdsId(organizations().getOrDefault(alias, JSON.nullNode())));
    }

    private static Optional<UUID> hsdsId(JsonNode organization) {
        JsonNode id = organization.path("hsds_organization_id");
        String text = (id.isArray() ? id.path(0) : id).asText("");
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Map<String, JsonNode> organizations() {
        Map<String, JsonNode> organizations = new TreeMap<>();
        if (!identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token) {
            Object claim = token.getClaim("organization");
            if (claim != null) {
                read(claim).properties().forEach(entry -> organizations.put(entry.getKey(), entry.getValue()));
            }
        }
        return organizations;
    }

    private static JsonNode read(Object claim) {
        try {
            // The token library hands out jakarta.json values, whose text is the JSON itself.
            return claim instanceof Map<?, ?> && !(claim instanceof jakarta.json.JsonValue)
                    ? JSON.valueToTree(claim)
                    : JSON.readTree(claim.toString());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
