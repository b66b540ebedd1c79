package org.kith.hsdscheck;

/** Why nothing can be said about the API; the message is for whoever asked. */
public final class CannotCheck extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotCheck(String message) {
        super(message);
    }

    CannotCheck(String message, Throwable cause) {
        super(message, cause);
    }
}
