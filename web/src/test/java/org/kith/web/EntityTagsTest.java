package org.kith.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

class EntityTagsTest {
    @Test
    void acceptsTheCurrentVersionAlsoAmongOthersAndTheStar() {
        assertThatCode(() -> EntityTags.require("\"3\"", 3)).doesNotThrowAnyException();
        assertThatCode(() -> EntityTags.require("\"2\", \"3\"", 3)).doesNotThrowAnyException();
        assertThatCode(() -> EntityTags.require("*", 3)).doesNotThrowAnyException();
        assertThatCode(() -> EntityTags.honour(null, 3)).doesNotThrowAnyException();
    }

    @Test
    void refusesAStaleAWeakAndAMissingTag() {
        assertStatus("\"2\"", 412);
        assertStatus("W/\"3\"", 412);
        assertStatus("3", 412);
        assertStatus(null, 428);
        assertStatus(" ", 428);
    }

    private static void assertStatus(@org.jspecify.annotations.Nullable String ifMatch, int status) {
        assertThatThrownBy(() -> EntityTags.require(ifMatch, 3))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> org.assertj.core.api.Assertions.assertThat(problem.getStatusCode())
                                .isEqualTo(status));
    }
}
