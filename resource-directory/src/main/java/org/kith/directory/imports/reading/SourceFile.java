package org.kith.directory.imports.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** One file of an upload; it can be opened as often as needed, and never yields more than the limits allow. */
public final class SourceFile {

    /** Opens the bytes of a file, from the start. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Opener opener;

    SourceFile(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    /** The path inside the zip, or the name under which a single file was sent. */
    public String name() {
        return name;
    }

    /** The last part of the path, in lower case: {@code "data/Services.CSV"} gives {@code "services.csv"}. */
    public String baseName() {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    public boolean hasExtension(String... extensions) {
        for (String extension : extensions) {
            if (baseName().endsWith("." + extension)) {
                return true;
            }
        }
        return false;
    }

    public InputStream open() throws IOException {
        return opener.open();
    }
}
