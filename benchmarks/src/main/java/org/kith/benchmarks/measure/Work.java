package org.kith.benchmarks.measure;

/** What one client does again and again. */
public interface Work extends AutoCloseable {
    /**
     * @param turn grows from 0; clients begin at different ones
     * @return whether the answer was right
     */
    boolean turn(int turn) throws Exception;

    @Override
    default void close() throws Exception {}

    /** Gives each client its own. */
    @FunctionalInterface
    interface Source {
        Work open() throws Exception;
    }
}
