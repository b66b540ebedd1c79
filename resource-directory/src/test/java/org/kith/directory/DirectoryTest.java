package org.kith.directory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.kith.localstack.PartsResource;

/** The one configuration in which the directory is tested: a real PostgreSQL and a real Kafka. */
@QuarkusTest
@QuarkusTestResource(
        value = PartsResource.class,
        initArgs = {@ResourceArg(name = "database", value = "directory"), @ResourceArg(name = "kafka", value = "true")})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DirectoryTest {}
