package org.kith.hsdscheck;

/** One thing that holds for lists; it looks at those that it concerns. */
@FunctionalInterface
interface Check {
    void look(Survey survey);
}
