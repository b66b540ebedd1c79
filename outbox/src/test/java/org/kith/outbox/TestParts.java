package org.kith.outbox;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.kith.localstack.PartsResource;

/** One PostgreSQL, one Kafka and one Quarkus for all tests of this module that need it. */
@QuarkusTestResource(
        value = PartsResource.class,
        initArgs = {@ResourceArg(name = "database", value = "outbox"), @ResourceArg(name = "kafka", value = "true")})
final class TestParts {}
