package org.kith.referral.lifecycle;

import java.util.List;

/** What the source sees of its request; each state is a status of the parent FHIR Task. */
public enum ReferralState implements State {
    DRAFT("draft", "draft"),
    SENT("requested", "sent", "open-for-claim"),
    REFUSED("rejected", "out-of-scope", "consent-missing"),
    MATCHING("accepted", "matching"),
    PLACED("in-progress", "placed"),
    REROUTING("in-progress", "re-routing"),
    RESOLVED("completed", "need-resolved", "need-partially-resolved", "need-unresolved"),
    EXHAUSTED("failed", "no-provider-found", "client-unreachable", "client-declined"),
    CANCELLED("cancelled", "withdrawn", "duplicate", "consent-revoked"),
    ERROR("entered-in-error", "entered-in-error");

    private final String taskStatus;
    private final List<String> businessStatuses;

    ReferralState(String taskStatus, String... businessStatuses) {
        this.taskStatus = taskStatus;
        this.businessStatuses = List.of(businessStatuses);
    }

    @Override
    public String taskStatus() {
        return taskStatus;
    }

    @Override
    public List<String> businessStatuses() {
        return businessStatuses;
    }

    @Override
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, SENT, MATCHING, PLACED, REROUTING -> true;
            case REFUSED, RESOLVED, EXHAUSTED, CANCELLED, ERROR -> false;
        };
    }
}
