package org.kith.matching.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.Approach;
import org.kith.matching.code.Audience;
import org.kith.matching.code.Code;
import org.kith.matching.code.Codes;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.Tradition;

/** What a client avoids, or would rather not have; written as in a request's {@code avoid} and {@code prefer_not}. */
public sealed interface Avoidance {

    /** As in the request, such as {@code faith_based:baptist}. */
    String code();

    /** Anything of a faith, or of one tradition and what is narrower. */
    record FaithBased(@Nullable Tradition tradition) implements Avoidance {
        @Override
        public String code() {
            return tradition == null ? "faith_based" : "faith_based:" + tradition.code();
        }
    }

    record AnyReligiousContent() implements Avoidance {
        @Override
        public String code() {
            return "religious_content";
        }
    }

    /** @param shorthand written as {@code twelve_step} instead of {@code activity:twelve_step} */
    record Activity(Approach approach, boolean shorthand) implements Avoidance {
        @Override
        public String code() {
            return shorthand ? approach.code() : "activity:" + approach.code();
        }
    }

    record NotAffirming() implements Avoidance {
        @Override
        public String code() {
            return "not_lgbtq_affirming";
        }
    }

    record ForAudience(Audience audience) implements Avoidance {
        @Override
        public String code() {
            return "audience:" + audience.code();
        }
    }

    /** In-person groups where everyone knows everyone. */
    record SmallLocalCommunity() implements Avoidance {
        @Override
        public String code() {
            return "audience:small_local_community";
        }
    }

    record OfKind(Kind kind) implements Avoidance {
        @Override
        public String code() {
            return "kind:" + kind.code();
        }
    }

    record Demanding(Requirement requirement) implements Avoidance {
        @Override
        public String code() {
            return "requires:" + requirement.code();
        }
    }

    record OfOrganization(String id) implements Avoidance {
        @Override
        public String code() {
            return "org:" + id;
        }
    }

    record OfResource(String id) implements Avoidance {
        @Override
        public String code() {
            return "resource:" + id;
        }
    }

    /** What the text means, or nothing where it is none of the forms or names an unknown code. */
    static Optional<Avoidance> parse(String text) {
        int colon = text.indexOf(':');
        String form = colon < 0 ? text : text.substring(0, colon);
        String argument = colon < 0 ? "" : text.substring(colon + 1);
        if (colon < 0) {
            return switch (form) {
                case "faith_based" -> Optional.of(new FaithBased(null));
                case "religious_content" -> Optional.of(new AnyReligiousContent());
                case "not_lgbtq_affirming" -> Optional.of(new NotAffirming());
                case "twelve_step" -> Optional.of(new Activity(Approach.TWELVE_STEP, true));
                default -> Optional.empty();
            };
        }
        return switch (form) {
            case "faith_based" -> code(Tradition.class, argument).map(FaithBased::new);
            case "activity" -> code(Approach.class, argument).map(approach -> new Activity(approach, false));
            case "audience" ->
                argument.equals("small_local_community")
                        ? Optional.of(new SmallLocalCommunity())
                        : code(Audience.class, argument).map(ForAudience::new);
            case "kind" -> code(Kind.class, argument).map(OfKind::new);
            case "requires" -> code(Requirement.class, argument).map(Demanding::new);
            case "org" -> id(argument).map(OfOrganization::new);
            case "resource" -> id(argument).map(OfResource::new);
            default -> Optional.empty();
        };
    }

    private static <E extends Enum<E> & Code> Optional<E> code(Class<E> list, String text) {
        return Codes.find(list, text);
    }

    private static Optional<String> id(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.toLowerCase(java.util.Locale.ROOT));
    }
}
