package org.kith.matching.platform;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the copy of the directory has reached the end that the topic had at start. */
@Readiness
class FeedReadiness implements HealthCheck {
    private final ListingFeed feed;

    FeedReadiness(ListingFeed feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        FeedProgress progress = feed.progress();
        return HealthCheckResponse.named("copy of the directory")
                .status(progress.ready())
                .withData("state", progress.state())
                .withData("lag", progress.lag())
                .build();
    }
}
