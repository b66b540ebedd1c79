package org.kith.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.kith.directory.hsds.Address;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.ServiceAtLocation;
import org.kith.directory.listing.OrganizationTree;

/** A confidential place made up by chance: how it is said to be one, and where its address is repeated by mistake. */
public final class Shelter {
    /** Prose of HSDS, in which anybody may have written an address. */
    private static final String SERVICE = """
        {"name": "Shelter", "alternate_name": "Refuge", "description": "Beds", "status": "active",
         "url": "https://example.org/x", "additional_urls": [{"label": "Map", "url": "https://example.org/m"}],
         "application_process": "Call", "fees_description": "None", "wait_time": "None", "accreditations": "State",
         "eligibility_description": "Anybody", "licenses": "One", "alert": "Open", "interpretation_services": "Yes",
         "phones": [{"number": "+1 410 555 0177", "description": "Desk"}],
         "contacts": [{"name": "Desk", "title": "Host", "department": "Door", "email": "x@example.org"}],
         "schedules": [{"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00",
                        "description": "Doors", "notes": "Ring", "attending_type": "In person",
                        "schedule_link": "https://example.org/s"}],
         "funding": [{"source": "County"}], "required_documents": [{"document": "None"}],
         "cost_options": [{"option": "Free", "amount_description": "Nothing"}],
         "service_areas": [{"name": "The county", "description": "All of it"}]}\
        """;

    private static final String ORGANIZATION = """
        {"name": "Haven", "alternate_name": "Harbour", "description": "Helps", "website": "https://example.org/o",
         "additional_websites": [{"label": "More", "url": "https://example.org/w"}], "legal_status": "Charity",
         "contacts": [{"name": "Board", "title": "Chair"}], "funding": [{"source": "State"}],
         "programs": [{"name": "Safe", "description": "Nights"}]}\
        """;

    private static final Set<String> CODES =
            Set.of("status", "freq", "byday", "opens_at", "closes_at", "email", "number");

    final UUID word = UUID.randomUUID();
    final Organization organization;
    /** Somebody else who also works there. */
    final Organization guest;

    final Location house;
    final Location again;
    final Location office;
    final Listing inside;
    final Listing shared;
    final Listing elsewhere;
    final String postalCode;
    final double latitude;
    final double longitude;
    final String street;
    final String city;
    private final String first;
    private final String second;
    private final String unit;
    private final String way;
    private final Random random;
    private final int how;

    public Shelter(long seed) {
        random = new Random(seed);
        how = random.nextInt(4);
        first = "Qu" + letters() + "x";
        second = "Zy" + letters();
        unit = "Wk" + letters();
        way = "Vj" + letters();
        city = "Xo" + letters();
        street = (10 + random.nextInt(900)) + " " + first + " " + second + " " + any("Lane", "Street", "Ave", "Rd.");
        postalCode = "Z" + letters().substring(0, 1).toUpperCase(Locale.ROOT) + (100 + random.nextInt(899))
                + letters().substring(0, 3).toUpperCase(Locale.ROOT);
        latitude = -60 - random.nextInt(900_000) / 100_000.0 - .000_01;
        longitude = -120 - random.nextInt(5_000_000) / 100_000.0 - .000_01;

        UUID owner = UUID.randomUUID();
        organization = HsdsJson.mapper()
                .convertValue(gossip(ORGANIZATION), Organization.class)
                .but(o -> {
                    o.id = owner;
                    o.name = o.name + " " + word;
                    if (how == 0) {
                        o.attributes = List.of(Kith.attribute("kith:feature", "confidential_location"));
                    }
                });
        guest = HsdsJson.mapper()
                .convertValue(gossip(ORGANIZATION), Organization.class)
                .but(o -> o.id = UUID.randomUUID());
        house = house(owner).but(l -> {
            if (how == 1) {
                l.attributes = List.of(Kith.attribute("kith:feature", "confidential_location"));
            }
        });
        // The same house, entered twice.
        again = house.but(l -> {
            l.id = UUID.randomUUID();
            l.attributes = List.of();
            l.addresses = List.of(l.addresses.getFirst().but(a -> a.address1 = street.toUpperCase(Locale.ROOT)));
        });
        office = Samples.location("9 Public Square").but(l -> l.organizationId = owner);
        inside = service(house).but(l -> {
            l.name = l.name + " " + word;
            if (how == 2) {
                l.attributes = List.of(Kith.attribute("kith:feature", "confidential_location"));
            }
            if (how == 3) {
                l.serviceAtLocations = List.of(l.serviceAtLocations
                        .getFirst()
                        .but(at -> at.attributes = List.of(Kith.attribute("kith:feature", "confidential_location"))));
            }
        });
        shared = service(house);
        elsewhere = service(random.nextBoolean() ? again : office);
    }

    public Location house() {
        return house;
    }

    public Listing inside() {
        return inside;
    }

    public Listing shared() {
        return shared;
    }

    public Listing elsewhere() {
        return elsewhere;
    }

    OrganizationTree tree() {
        return Samples.tree(organization, List.of(house, again, office), inside, elsewhere);
    }

    OrganizationTree guests() {
        return Samples.tree(guest, List.of(), shared);
    }

    /** Before anybody thought of danger. */
    OrganizationTree inTheOpen() {
        return Samples.tree(
                organization.but(o -> o.attributes = List.of()),
                List.of(house.but(l -> l.attributes = List.of()), again, office),
                inside.but(l -> {
                    l.attributes = List.of();
                    l.serviceAtLocations =
                            List.of(l.serviceAtLocations.getFirst().but(at -> at.attributes = List.of()));
                }),
                elsewhere);
    }

    /** Whatever could lead to the door: none of these may be in any output, whatever the case of the letters. */
    public List<String> secrets() {
        return List.of(
                first,
                second,
                unit,
                way,
                city,
                postalCode,
                degrees(latitude, 3),
                degrees(longitude, 3),
                "UPRN-" + unit);
    }

    private Location house(UUID owner) {
        return Location.with(l -> {
            l.id = UUID.randomUUID();
            l.organizationId = owner;
            l.name = "House";
            l.locationType = "physical";
            l.description = said("A house");
            l.alternateName = said("Home");
            l.transportation = "Bus to " + way;
            l.url = "https://example.org/" + way;
            l.externalIdentifier = "UPRN-" + unit;
            l.latitude = latitude;
            l.longitude = longitude;
            l.addresses = List.of(Address.with(a -> {
                a.attention = "Care of " + way;
                a.address1 = street;
                a.address2 = "Unit " + unit;
                a.city = city;
                a.stateProvince = "MD";
                a.postalCode = postalCode;
                a.country = "US";
                a.addressType = "physical";
            }));
        });
    }

    private Listing service(Location place) {
        return HsdsJson.mapper().convertValue(gossip(SERVICE), Listing.class).but(l -> {
            l.id = UUID.randomUUID();
            l.serviceAtLocations = List.of(ServiceAtLocation.with(at -> {
                at.locationId = place.id();
                at.description = said("There");
            }));
        });
    }

    private JsonNode gossip(String json) {
        JsonNode tree = HsdsJson.tree(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        gossip(tree);
        return tree;
    }

    private void gossip(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(this::gossip);
        }
        if (node instanceof ObjectNode object) {
            for (var field : List.copyOf(object.properties())) {
                String text = field.getValue().asText();
                if (text.startsWith("https:")) {
                    object.put(field.getKey(), text + (random.nextInt(4) == 0 ? inUrl() : ""));
                } else if (field.getValue().isTextual() && !CODES.contains(field.getKey())) {
                    object.put(field.getKey(), said(text));
                } else {
                    gossip(field.getValue());
                }
            }
        }
    }

    private String said(String text) {
        return random.nextInt(4) > 0 ? text : text + " at " + inWords() + " always";
    }

    private String inWords() {
        return switch (random.nextInt(9)) {
            case 0 -> street;
            case 1 -> street.toLowerCase(Locale.ROOT) + ", " + postalCode.toLowerCase(Locale.ROOT);
            case 2 -> street.replace(" ", ",  ");
            case 3 -> street.substring(0, street.lastIndexOf(' '));
            case 4 -> "the house on " + street.substring(street.indexOf(' ') + 1);
            case 5 -> "(" + postalCode + ")";
            case 6 -> latitude + ", " + longitude;
            case 7 -> degrees(latitude, 4) + "/" + degrees(longitude, 4);
            default -> street.replace(" ", "\n");
        };
    }

    private String inUrl() {
        return switch (random.nextInt(4)) {
            case 0 -> "?q=" + street.replace(" ", "+").replace(".", "");
            case 1 -> "?q=" + street.replace(" ", "%20").replace(".", "");
            case 2 -> "/@" + latitude + "," + longitude + ",17z";
            default -> "/" + street.toLowerCase(Locale.ROOT).replace(" ", "-").replace(".", "") + "/" + postalCode;
        };
    }

    static String degrees(double value, int digits) {
        return new java.math.BigDecimal(Double.toString(value))
                .setScale(digits, java.math.RoundingMode.DOWN)
                .toPlainString();
    }

    private String letters() {
        return random.ints(5, 'g', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
