package org.kith.directory.imports.reading;

/** The upload as a whole cannot be taken in; the code is stable, the message is for the person who sent it. */
public final class UnreadableUpload extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public UnreadableUpload(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
