package org.kith.localstack;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens with the claims that the realm's accounts get from Keycloak, signed with a key of this process, for tests of a
 * single service. The journeys use the real Keycloak.
 */
public final class TestTokens {
    public static final String ISSUER = "http://localhost:8180/realms/kith";
    public static final String HOPE_CENTER = "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10";

    private static final Set<String> SERVICES = Set.of("resource-directory", "matching-service", "referral-service");
    private static final KeyPair KEYS = keys();

    private record Account(String role, @Nullable String organization) {}

    private static final Map<String, Account> ACCOUNTS = Map.of(
            "clinic-riverside", new Account("partner-clinic", "riverside"),
            "clinic-hilltop", new Account("partner-clinic", "hilltop"),
            "riverside-coordinator", new Account("coordinator", "riverside"),
            "hilltop-coordinator", new Account("coordinator", "hilltop"),
            "steward", new Account("directory-steward", null),
            "editor-hope", new Account("directory-editor", "hope-center"),
            "provider-hope", new Account("provider", "hope-center"),
            "auditor", new Account("auditor", null),
            "app-openmap", new Account("app", null));

    private TestTokens() {}

    /** A good token for an account of the realm. */
    public static String of(String account) {
        return sign(claims(account));
    }

    /** Claims of a good token, to spoil before {@link #sign signing}. */
    public static JwtClaimsBuilder claims(String account) {
        Account known = ACCOUNTS.get(account);
        if (known == null) {
            throw new IllegalArgumentException("No account " + account);
        }
        return claims(account, known.role(), known.organization(), HOPE_CENTER);
    }

    /** A good token for staff of some other organization of the directory. */
    public static String provider(String alias, String hsdsOrganizationId) {
        return sign(claims("provider-" + alias, "provider", alias, hsdsOrganizationId));
    }

    public static String sign(JwtClaimsBuilder claims) {
        return claims.sign(KEYS.getPrivate());
    }

    /** The configuration that makes a service trust these tokens instead of Keycloak's. */
    public static Map<String, String> trust() {
        String key = Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
        return Map.of(
                "quarkus.oidc.public-key",
                key,
                "quarkus.oidc.auth-server-url",
                "",
                "quarkus.oidc.token.issuer",
                ISSUER);
    }

    private static JwtClaimsBuilder claims(
            String account, String role, @Nullable String organization, String hsdsOrganizationId) {
        JwtClaimsBuilder claims = Jwt.issuer(ISSUER)
                .subject(id(account).toString())
                .audience(SERVICES)
                .claim("typ", "Bearer")
                .claim("azp", account)
                .preferredUserName(account)
                .claim("realm_access", Map.of("roles", List.of(role)))
                .issuedAt(System.currentTimeMillis() / 1000)
                .expiresIn(300);
        if (organization != null) {
            Map<String, Object> details = organization.equals("riverside") || organization.equals("hilltop")
                    ? Map.of("id", id(organization).toString())
                    : Map.of("id", id(organization).toString(), "hsds_organization_id", List.of(hsdsOrganizationId));
            claims.claim("organization", Map.of(organization, details));
        }
        return claims;
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
