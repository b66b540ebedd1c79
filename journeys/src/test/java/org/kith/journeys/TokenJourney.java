package org.kith.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.localstack.Stack;

/** What Keycloak really puts into the tokens of the accounts; the services trust nothing else. */
@ExtendWith(Suite.class)
class TokenJourney {
    private final Stack stack;

    TokenJourney(Stack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    clinic-riverside,      partner-clinic,    riverside
                    clinic-hilltop,        partner-clinic,    hilltop
                    app-openmap,           app,
                    riverside-coordinator, coordinator,       riverside
                    hilltop-coordinator,   coordinator,       hilltop
                    steward,               directory-steward,
                    editor-hope,           directory-editor,  hope-center
                    provider-hope,         provider,          hope-center
                    auditor,               auditor,
                    """)
    void saysWhoAndForWhomAndNotForLong(String account, String role, @Nullable String organization) throws IOException {
        String[] parts = stack.tokens().of(account).split("\\.");
        JsonNode header = decode(parts[0]);
        JsonNode claims = decode(parts[1]);

        assertThat(header.path("alg").asText()).isEqualTo("RS256");
        assertThat(claims.path("iss").asText())
                .isEqualTo(stack.addresses().realm().toString());
        assertThat(claims.path("typ").asText()).isEqualTo("Bearer");
        assertThat(claims.path("sub").asText()).isNotBlank();
        assertThat(claims.path("aud"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("resource-directory", "matching-service", "referral-service");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isLessThanOrEqualTo(300);
        assertThat(claims.at("/realm_access/roles"))
                .extracting(JsonNode::asText)
                .containsExactly(role);
        if (organization == null) {
            assertThat(claims.has("organization")).isFalse();
        } else {
            assertThat(claims.path("organization").fieldNames()).toIterable().containsExactly(organization);
            assertThat(claims.at("/organization/" + organization + "/hsds_organization_id/0")
                            .asText())
                    .hasSize(36);
        }
    }

    private static JsonNode decode(String part) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}
