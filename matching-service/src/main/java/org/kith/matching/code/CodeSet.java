package org.kith.matching.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An immutable set of codes of one list, held in one {@code long}: bit {@code n} is the constant with ordinal n. */
public final class CodeSet<E extends Enum<E> & Code> {
    private final Class<E> list;
    private final long bits;

    private CodeSet(Class<E> list, long bits) {
        this.list = list;
        this.bits = bits;
    }

    public static <E extends Enum<E> & Code> CodeSet<E> none(Class<E> list) {
        return new CodeSet<>(list, 0);
    }

    public static <E extends Enum<E> & Code> CodeSet<E> of(Class<E> list, Collection<E> codes) {
        long bits = 0;
        for (E code : codes) {
            bits |= 1L << code.ordinal();
        }
        return new CodeSet<>(list, bits);
    }

    @SafeVarargs
    public static <E extends Enum<E> & Code> CodeSet<E> of(E first, E... others) {
        long bits = 1L << first.ordinal();
        for (E code : others) {
            bits |= 1L << code.ordinal();
        }
        return new CodeSet<>(first.getDeclaringClass(), bits);
    }

    public static <E extends Enum<E> & Code> CodeSet<E> ofBits(Class<E> list, long bits) {
        return new CodeSet<>(list, bits);
    }

    public long bits() {
        return bits;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public int size() {
        return Long.bitCount(bits);
    }

    public boolean has(E code) {
        return (bits & (1L << code.ordinal())) != 0;
    }

    public boolean hasAny(CodeSet<E> others) {
        return (bits & others.bits) != 0;
    }

    public CodeSet<E> and(CodeSet<E> others) {
        return new CodeSet<>(list, bits & others.bits);
    }

    public CodeSet<E> or(CodeSet<E> others) {
        return new CodeSet<>(list, bits | others.bits);
    }

    public CodeSet<E> with(E code) {
        return new CodeSet<>(list, bits | 1L << code.ordinal());
    }

    public CodeSet<E> without(CodeSet<E> others) {
        return new CodeSet<>(list, bits & ~others.bits);
    }

    /** The codes in the vocabulary's order. */
    public List<E> toList() {
        if (bits == 0) {
            return List.of();
        }
        E[] all = list.getEnumConstants();
        List<E> codes = new ArrayList<>(size());
        for (long left = bits; left != 0; left &= left - 1) {
            codes.add(all[Long.numberOfTrailingZeros(left)]);
        }
        return List.copyOf(codes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodeSet<?> set && set.bits == bits && set.list == list;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits);
    }

    @Override
    public String toString() {
        return toList().stream().map(Code::code).toList().toString();
    }
}
