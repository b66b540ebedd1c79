package org.kith.referral.platform;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.kith.referral.lifecycle.ActorRefused;
import org.kith.referral.lifecycle.TransitionRefused;
import org.kith.referral.lifecycle.UnknownCode;
import org.kith.web.Problems;

/** Gives the refusals of the plain rules their place in HTTP. */
class LifecycleProblems {
    @ServerExceptionMapper
    Response refused(TransitionRefused refused) {
        return Problems.conflict("transition-refused", refused.detail(), Map.of("state", refused.state()))
                .toResponse();
    }

    @ServerExceptionMapper
    Response forbidden(ActorRefused refused) {
        return Problems.forbidden(refused.detail()).toResponse();
    }

    @ServerExceptionMapper
    Response unknown(UnknownCode unknown) {
        return Problems.invalid("/" + unknown.field(), "unknown-code", unknown.detail())
                .toResponse();
    }
}
