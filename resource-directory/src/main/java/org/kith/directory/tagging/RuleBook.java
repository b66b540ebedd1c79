package org.kith.directory.tagging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.contracts.Vocabulary;

/** The rules of a version, as they stand in {@code tagging/*.json}. */
public final class RuleBook {
    private static final List<String> FILES = List.of("context", "kind", "need", "audience", "more", "crosswalk");

    private final String version;
    private final String hash;
    private final Tagger tagger;

    private RuleBook(String version, String hash, Tagger tagger) {
        this.version = version;
        this.hash = hash;
        this.tagger = tagger;
    }

    private static final class Standard {
        private static final RuleBook BOOK = load();
    }

    /** The rules of this build. */
    public static RuleBook standard() {
        return Standard.BOOK;
    }

    /** What people call it. */
    public String version() {
        return version;
    }

    /** Of every byte of the rules, so that no change of them goes unnoticed. */
    public String hash() {
        return hash;
    }

    public Tagger tagger() {
        return tagger;
    }

    private static RuleBook load() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Map<String, JsonNode> files = new LinkedHashMap<>();
            for (String file : FILES) {
                try (InputStream in = RuleBook.class.getResourceAsStream("/tagging/" + file + ".json")) {
                    byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
                    digest.update(bytes);
                    files.put(file, new ObjectMapper().readTree(bytes));
                }
            }
            return of(files, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("The rules of the tagger cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @throws IllegalArgumentException where a rule is not one that could ever be right */
    static RuleBook of(Map<String, JsonNode> files, String hash) {
        JsonNode context = files.getOrDefault("context", new ObjectMapper().createObjectNode());
        PhraseTree tree = new PhraseTree();
        List<Goal> goals = new ArrayList<>();
        files.forEach((name, file) -> {
            for (JsonNode part : file.isArray() ? file : List.of(file)) {
                if (part.has("rules")) {
                    goals.add(Goal.read(part, tree));
                }
            }
        });
        Contexts contexts = Contexts.read(context, tree);
        Crosswalk crosswalk = Crosswalk.read(files.get("crosswalk"));
        tree.settle();
        return new RuleBook(context.path("version").asText("0"), hash, new Tagger(tree, contexts, goals, crosswalk));
    }

    static BitSet phrases(JsonNode list, PhraseTree tree) {
        BitSet phrases = new BitSet();
        list.forEach(phrase -> phrases.set(tree.add(phrase.asText())));
        return phrases;
    }

    static void requireInferable(String list, String code, String rule) {
        if (!Vocabulary.standard().listingLists().contains(list)
                || !Vocabulary.standard().has(list, code)) {
            throw new IllegalArgumentException(rule + ": there is no such code: " + list + "/" + code);
        }
        if (NeverInferred.includes(list, code)) {
            throw new IllegalArgumentException(rule + ": only people say " + list + "/" + code);
        }
    }
}
