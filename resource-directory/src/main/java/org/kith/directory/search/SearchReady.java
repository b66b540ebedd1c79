package org.kith.directory.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A replica takes requests only when its index has caught up for the first time. */
@Readiness
@ApplicationScoped
class SearchReady implements HealthCheck {
    private final IndexFollower follower;

    SearchReady(IndexFollower follower) {
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("search index")
                .status(follower.isReady())
                .build();
    }
}
