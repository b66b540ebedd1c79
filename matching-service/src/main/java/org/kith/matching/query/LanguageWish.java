package org.kith.matching.query;

/**
 * A language the client can be served in.
 *
 * @param language lower-case primary subtag, such as {@code es}
 * @param required it must be this one
 * @param interpreterOk through an interpreter is fine; where it is not and the language is required, an interpreter does
 *     not do
 */
public record LanguageWish(String language, boolean required, boolean interpreterOk) {}
