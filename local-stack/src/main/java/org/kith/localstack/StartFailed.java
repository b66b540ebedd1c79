package org.kith.localstack;

/** The suite cannot start, for a reason that one line tells a person. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailed(String line) {
        super(line);
    }
}
