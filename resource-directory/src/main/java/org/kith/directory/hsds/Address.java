package org.kith.directory.hsds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A postal or physical address; HSDS asks for a street and a postal code even of a virtual place. */
public record Address(
        @Nullable UUID id,
        @Nullable UUID locationId,
        @Nullable String attention,
        @JsonProperty("address_1") @Nullable String address1,
        @JsonProperty("address_2") @Nullable String address2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String stateProvince,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String addressType,
        List<Attribute> attributes,
        List<Metadata> metadata)
        implements Entity {
    public Address {
        attributes = Values.list(attributes);
        metadata = Values.list(metadata);
    }

    /** The same with some fields changed. */
    public Address but(Consumer<Draft> changes) {
        Draft draft = new Draft();
        draft.id = id;
        draft.locationId = locationId;
        draft.attention = attention;
        draft.address1 = address1;
        draft.address2 = address2;
        draft.city = city;
        draft.region = region;
        draft.stateProvince = stateProvince;
        draft.postalCode = postalCode;
        draft.country = country;
        draft.addressType = addressType;
        draft.attributes = attributes;
        draft.metadata = metadata;
        changes.accept(draft);
        return draft.done();
    }

    /** One made from nothing: {@code Address.with(d -> d.name = "…")}. */
    public static Address with(Consumer<Draft> fields) {
        Draft draft = new Draft();
        fields.accept(draft);
        return draft.done();
    }

    /** The fields while they are being filled in. */
    public static final class Draft {
        public @Nullable UUID id;
        public @Nullable UUID locationId;
        public @Nullable String attention;
        public @Nullable String address1;
        public @Nullable String address2;
        public @Nullable String city;
        public @Nullable String region;
        public @Nullable String stateProvince;
        public @Nullable String postalCode;
        public @Nullable String country;
        public @Nullable String addressType;
        public List<Attribute> attributes = List.of();
        public List<Metadata> metadata = List.of();

        private Address done() {
            return new Address(
                    id,
                    locationId,
                    attention,
                    address1,
                    address2,
                    city,
                    region,
                    stateProvince,
                    postalCode,
                    country,
                    addressType,
                    attributes,
                    metadata);
        }
    }
}
