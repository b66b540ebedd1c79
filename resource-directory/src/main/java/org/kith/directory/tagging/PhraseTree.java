package org.kith.directory.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All phrases of all rules in one tree of words, so that one pass over a text finds every one of them.
 *
 * <p>A word of a phrase is compared without its plural; {@code bereav*} stands for whatever begins so, and one in
 * capitals ({@code AA}) only for capitals.
 */
final class PhraseTree {
    private static final int REMEMBERED = 50_000;
    private static final int[] NONE = {};

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> beginnings = new TreeMap<>();
    private final Map<String, Integer> phrases = new HashMap<>();
    private final Map<String, int[]> resolved = new ConcurrentHashMap<>();
    private final Node root = new Node();
    private int nextWord;

    /** Grows while rules are read, and is only read afterwards. */
    static final class Node {
        private final Map<Integer, Node> growing = new TreeMap<>();
        private int[] keys = NONE;
        private Node[] next = {};
        private int phrase = -1;

        /** The phrase that ends here, or -1. */
        int phrase() {
            return phrase;
        }

        Node next(int word) {
            int at = Arrays.binarySearch(keys, word);
            return at < 0 ? END : next[at];
        }

        private void settle() {
            keys = growing.keySet().stream().mapToInt(Integer::intValue).toArray();
            next = growing.values().toArray(Node[]::new);
            growing.values().forEach(Node::settle);
        }
    }

    static final Node END = new Node();

    /** @return the number of the phrase, the same for the same words */
    int add(String phrase) {
        List<Integer> path = new ArrayList<>();
        for (String word : phrase.strip().replaceAll("['’]", "").split("[^\\p{L}\\p{N}*~]+", -1)) {
            path.add(word(word));
        }
        Node node = root;
        for (int word : path) {
            node = node.growing.computeIfAbsent(word, w -> new Node());
        }
        if (node.phrase < 0) {
            node.phrase = phrases.size();
            phrases.put(path.toString(), node.phrase);
        }
        return node.phrase;
    }

    void settle() {
        root.settle();
    }

    int size() {
        return phrases.size();
    }

    Node root() {
        return root;
    }

    private int word(String word) {
        if (word.isEmpty()) {
            throw new IllegalArgumentException("a phrase without words");
        }
        if (word.endsWith("*")) {
            return beginnings.computeIfAbsent(
                    word.substring(0, word.length() - 1).toLowerCase(Locale.ROOT), w -> nextWord++);
        }
        boolean capitals = word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
        String key = capitals ? word : Stems.of(word.toLowerCase(Locale.ROOT));
        return words.computeIfAbsent(key, w -> nextWord++);
    }

    /** The numbers under which phrases know this word; none for most words. */
    int[] known(String word) {
        int[] known = resolved.get(word);
        if (known == null) {
            known = resolve(word);
            if (resolved.size() < REMEMBERED) {
                resolved.put(word, known);
            }
        }
        return known;
    }

    private int[] resolve(String word) {
        List<Integer> numbers = new ArrayList<>();
        boolean capitals = word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
        if (capitals && words.containsKey(word)) {
            numbers.add(words.get(word));
        }
        String lower = word.toLowerCase(Locale.ROOT);
        Integer exact = words.get(Stems.of(lower));
        if (exact != null) {
            numbers.add(exact);
        }
        beginnings.forEach((beginning, number) -> {
            if (lower.startsWith(beginning)) {
                numbers.add(number);
            }
        });
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
