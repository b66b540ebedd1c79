package org.kith.matching.code;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the constant behind a code as written on the wire. */
public final class Codes {
    private static final Map<Class<?>, Map<String, ?>> BY_CODE = new ConcurrentHashMap<>();

    private Codes() {}

    /** The constant, or nothing where the list has no such code. */
    public static <E extends Enum<E> & Code> Optional<E> find(Class<E> list, String code) {
        return Optional.ofNullable(byCode(list).get(code.toLowerCase(Locale.ROOT)));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Enum<E> & Code> Map<String, E> byCode(Class<E> list) {
        return (Map<String, E>) BY_CODE.computeIfAbsent(
                list,
                l -> Stream.of(list.getEnumConstants()).collect(Collectors.toMap(Code::code, Function.identity())));
    }
}
