package org.kith.directory.imports.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of each HSDS 3.2 entity and what may stand in them: the standard's schemas, on one page. */
final class Shape {

    /** What a field holds. */
    enum Kind {
        TEXT,
        KEY,
        NUMBER,
        WHOLE,
        EMAIL,
        URL,
        DAY,
        MOMENT,
        OBJECT,
        LIST
    }

    /**
     * @param entity what the field holds or points to, for OBJECT, LIST and KEY; "" for a key to anything
     */
    record Field(Kind kind, String entity) {}

    // name            plain text
    // name:kind       another kind
    // name>entity     the id of another row
    // name{entity}    one nested object
    // name[entity]    a nested list
    private static final String TABLE = """
            organization: id> name alternate_name description email:email website:url additional_websites[url] tax_status tax_id year_incorporated:whole legal_status logo uri:url parent_organization_id>organization funding[funding] contacts[contact] phones[phone] locations[location] programs[program] services[service] organization_identifiers[organization_identifier] attributes[attribute] metadata[metadata]
            program: id> organization_id>organization name alternate_name description attributes[attribute] metadata[metadata]
            service: id> organization_id>organization program_id>program name alternate_name description url:url additional_urls[url] email:email status interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number assured_date:day assurer_email:email licenses alert last_modified:moment phones[phone] schedules[schedule] service_areas[service_area] service_at_locations[service_at_location] languages[language] organization{organization} funding[funding] cost_options[cost_option] program{program} required_documents[required_document] contacts[contact] capacities[service_capacity] attributes[attribute] metadata[metadata]
            service_at_location: id> service_id>service location_id>location description service_areas[service_area] contacts[contact] phones[phone] schedules[schedule] location{location} service{service} attributes[attribute] metadata[metadata]
            location: id> location_type url:url organization_id>organization name alternate_name description transportation latitude longitude external_identifier external_identifier_type languages[language] addresses[address] contacts[contact] accessibility[accessibility] phones[phone] schedules[schedule] attributes[attribute] metadata[metadata]
            address: id> location_id>location attention address_1 address_2 city region state_province postal_code country address_type attributes[attribute] metadata[metadata]
            phone: id> location_id>location service_id>service organization_id>organization contact_id>contact service_at_location_id>service_at_location number extension type description languages[language] attributes[attribute] metadata[metadata]
            contact: id> organization_id>organization service_id>service service_at_location_id>service_at_location location_id>location name title department email:email phones[phone] attributes[attribute] metadata[metadata]
            schedule: id> service_id>service location_id>location service_at_location_id>service_at_location valid_from:day valid_to:day dtstart:day timezone:number until:day count:whole wkst freq interval:whole byday byweekno bymonthday byyearday description opens_at closes_at schedule_link:url attending_type notes attributes[attribute] metadata[metadata]
            funding: id> organization_id>organization service_id>service source attributes[attribute] metadata[metadata]
            service_area: id> service_id>service service_at_location_id>service_at_location name description extent extent_type uri attributes[attribute] metadata[metadata]
            required_document: id> service_id>service document uri:url attributes[attribute] metadata[metadata]
            language: id> service_id>service location_id>location phone_id>phone name code note attributes[attribute] metadata[metadata]
            accessibility: id> location_id>location description details url:url attributes[attribute] metadata[metadata]
            attribute: id> link_id> taxonomy_term_id>taxonomy_term link_type link_entity value label taxonomy_term{taxonomy_term} metadata[metadata]
            taxonomy: id> name description uri:url version metadata[metadata]
            taxonomy_term: id> code name description parent_id>taxonomy_term taxonomy taxonomy_detail{taxonomy} language taxonomy_id>taxonomy term_uri:url metadata[metadata]
            metadata: id> resource_id> resource_type last_action_date:day last_action_type field_name previous_value replacement_value updated_by
            cost_option: id> service_id>service valid_from:day valid_to:day option currency amount:number amount_description attributes[attribute] metadata[metadata]
            organization_identifier: id> organization_id>organization identifier_scheme identifier_type identifier attributes[attribute] metadata[metadata]
            unit: id> name scheme identifier uri:url attributes[attribute] metadata[metadata]
            service_capacity: id> service_id>service unit_id>unit unit{unit} available:number maximum:number description updated:moment attributes[attribute] metadata[metadata]
            url: id> label url:url organization_id>organization service_id>service attributes[attribute] metadata[metadata]
            meta_table_description: id> name language character_set attributes[attribute] metadata[metadata]
            """;

    private static final Map<String, Map<String, Field>> ENTITIES = parse();

    private Shape() {}

    static Map<String, Field> of(String entity) {
        Map<String, Field> fields = ENTITIES.get(entity);
        if (fields == null) {
            throw new IllegalArgumentException("No HSDS entity " + entity);
        }
        return fields;
    }

    static @Nullable Field field(String entity, String name) {
        return of(entity).get(name);
    }

    private static Map<String, Map<String, Field>> parse() {
        Map<String, Map<String, Field>> entities = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            Map<String, Field> fields = new LinkedHashMap<>();
            for (String spec : line.substring(colon + 2).strip().split(" ")) {
                String name = spec.split("[:>\\[{]", 2)[0];
                fields.put(name, field(spec.substring(name.length())));
            }
            entities.put(line.substring(0, colon), fields);
        });
        return entities;
    }

    private static Field field(String suffix) {
        if (suffix.isEmpty()) {
            return new Field(Kind.TEXT, "");
        }
        String rest = suffix.substring(1).replaceAll("[\\]}]$", "");
        return switch (suffix.charAt(0)) {
            case '>' -> new Field(Kind.KEY, rest);
            case '[' -> new Field(Kind.LIST, rest);
            case '{' -> new Field(Kind.OBJECT, rest);
            default -> new Field(Kind.valueOf(rest.toUpperCase(Locale.ROOT)), "");
        };
    }
}
