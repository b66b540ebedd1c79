package org.kith.referral.lifecycle;

import java.util.List;

/** A state of either level, in the words of a FHIR Task. */
public interface State {
    String name();

    String taskStatus();

    /** The first is meant when nothing else is said. */
    List<String> businessStatuses();

    boolean isOpen();
}
