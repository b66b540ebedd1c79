package org.kith.directory.exports;

import java.io.IOException;

/** Everything that an export writes, handed over document by document, confidential places masked. */
interface Contents {

    /** Takes one document; the bytes are a JSON object. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] document) throws IOException;
    }

    /** Every service with its organization, program and places in it. */
    void services(Sink sink) throws IOException;

    /** Every organization with its own locations and programs. */
    void organizations(Sink sink) throws IOException;

    /** Organizations of which the documents of services do not tell everything. */
    void organizationsToldNowhereElse(Sink sink) throws IOException;

    /** Locations that belong to no organization. */
    void ownerlessLocations(Sink sink) throws IOException;

    void taxonomies(Sink sink) throws IOException;

    void terms(Sink sink) throws IOException;
}
