package org.kith.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that we use of the custom resources that have no published Java model.
 *
 * <p>Sources: the API reference of CloudNativePG 1.28 ({@code postgresql.cnpg.io/v1}) and of the Keycloak operator 26
 * ({@code k8s.keycloak.org/v2alpha1}).
 */
final class OperatorModels {
    private OperatorModels() {}

    record Metadata(
            String name,
            @Nullable String namespace,
            @Nullable Map<String, String> labels) {}

    record Resources(Map<String, String> requests, Map<String, String> limits) {}

    record SecretKey(String name, String key) {}

    record PostgresCluster(String apiVersion, String kind, Metadata metadata, PostgresSpec spec) {}

    record PostgresSpec(
            int instances,
            String imageName,
            boolean enableSuperuserAccess,
            Bootstrap bootstrap,
            @Nullable Postgresql postgresql,
            Storage storage,
            Resources resources,
            Monitoring monitoring) {}

    record Bootstrap(InitDb initdb) {}

    record InitDb(
            String database,
            String owner,
            boolean dataChecksums,
            @Nullable List<String> postInitSQL) {}

    record Postgresql(
            Map<String, String> parameters, @Nullable Synchronous synchronous) {}

    record Synchronous(String method, int number) {}

    record Storage(String size) {}

    record Monitoring(boolean enablePodMonitor) {}

    record Keycloak(String apiVersion, String kind, Metadata metadata, KeycloakSpec spec) {}

    record KeycloakSpec(
            int instances, Db db, Http http, Hostname hostname, Proxy proxy, Features features, Resources resources) {}

    record Db(String vendor, String host, String database, SecretKey usernameSecret, SecretKey passwordSecret) {}

    record Http(boolean httpEnabled) {}

    record Hostname(String hostname) {}

    record Proxy(String headers) {}

    record Features(List<String> enabled) {}

    record KeycloakRealmImport(String apiVersion, String kind, Metadata metadata, RealmSpec spec) {}

    record RealmSpec(String keycloakCRName, Realm realm) {}

    record Realm(
            String realm,
            String displayName,
            boolean enabled,
            String sslRequired,
            boolean organizationsEnabled,
            boolean bruteForceProtected,
            int accessTokenLifespan,
            String defaultSignatureAlgorithm,
            RealmRoles roles,
            List<ClientScope> clientScopes,
            List<String> defaultDefaultClientScopes) {}

    record RealmRoles(List<Role> realm) {}

    record Role(String name, String description) {}

    record ClientScope(
            String name,
            String description,
            String protocol,
            Map<String, String> attributes,
            List<ProtocolMapper> protocolMappers) {}

    record ProtocolMapper(String name, String protocol, String protocolMapper, Map<String, JsonNode> config) {}
}
