package org.kith.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Runs the relay as long as the service runs. Neither PostgreSQL nor Kafka has to be there at its start. */
@ApplicationScoped
class RelayLifecycle {
    private final Relay relay;
    private final boolean enabled;

    RelayLifecycle(
            AgroalDataSource pool,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OutboxConfig config,
            MeterRegistry meters) {
        this.relay = new Relay(() -> OwnConnection.open(pool), kafka, config, meters);
        this.enabled = config.relayEnabled();
    }

    void onStart(@Observes StartupEvent event) {
        if (enabled) {
            relay.start();
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        if (enabled) {
            relay.stop();
        }
    }
}
