package org.kith.referral.lifecycle;

import java.util.List;

/** Where one offer to one service stands; each state is a status of a child FHIR Task. */
public enum AttemptState implements State {
    OFFERED("requested", "awaiting-response"),
    VIEWED("requested", "viewed"),
    DECLINED("rejected", "declined"),
    EXPIRED("cancelled", "expired"),
    ACCEPTED("accepted", "scheduling"),
    WAITLISTED("on-hold", "waitlisted"),
    IN_SERVICE("in-progress", "in-service"),
    NO_SHOW("in-progress", "no-show"),
    COMPLETED("completed", "need-resolved", "need-partially-resolved", "need-unresolved"),
    FAILED("failed", "unable-to-contact", "client-refused", "client-no-show"),
    WITHDRAWN("cancelled", "withdrawn", "consent-revoked");

    private final String taskStatus;
    private final List<String> businessStatuses;

    AttemptState(String taskStatus, String... businessStatuses) {
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
            case OFFERED, VIEWED, ACCEPTED, WAITLISTED, IN_SERVICE, NO_SHOW -> true;
            case DECLINED, EXPIRED, COMPLETED, FAILED, WITHDRAWN -> false;
        };
    }

    /** Whether the organization has taken the client on, so that it may know who the client is. */
    public boolean isTakenOn() {
        return switch (this) {
            case ACCEPTED, WAITLISTED, IN_SERVICE, NO_SHOW, COMPLETED -> true;
            case OFFERED, VIEWED, DECLINED, EXPIRED, FAILED, WITHDRAWN -> false;
        };
    }

    /** Whether the organization has had its turn, so that a re-route passes it over. */
    public boolean wasTried() {
        return switch (this) {
            case DECLINED, EXPIRED, COMPLETED, FAILED -> true;
            case OFFERED, VIEWED, ACCEPTED, WAITLISTED, IN_SERVICE, NO_SHOW, WITHDRAWN -> false;
        };
    }
}
