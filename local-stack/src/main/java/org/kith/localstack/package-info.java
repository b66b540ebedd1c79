/** Starts real PostgreSQL, Kafka and Keycloak, and the three services, as processes on this machine. */
@NullMarked
package org.kith.localstack;

import org.jspecify.annotations.NullMarked;
