package org.kith.directory.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One table of the tabular data package that HSDS 3.2 defines.
 *
 * @param name the entity
 * @param path the file in the package
 */
record Table(String name, String path, List<Column> columns) {

    /** @param key the table to which it leads; empty for none */
    record Column(String name, String type, boolean required, String key) {}

    // table file: column; ! required, :type other than string, >table the table to which it leads
    private static final String TABLES = """
            organization organizations.csv: id! name! alternate_name description! email website tax_status tax_id year_incorporated:number legal_status logo uri parent_organization_id
            program programs.csv: id! organization_id!>organization name! alternate_name description!
            service services.csv: id! organization_id!>organization program_id>program name! alternate_name description url email status! interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email licenses alert last_modified:datetime
            attribute attributes.csv: id! link_id! taxonomy_term_id!>taxonomy_term link_type link_entity! value label
            service_at_location service_at_location.csv: id! service_id!>service location_id!>location description
            location locations.csv: id! location_type! url organization_id>organization name alternate_name description transportation latitude:number longitude:number external_identifier external_identifier_type
            phone phones.csv: id! location_id>location service_id>service organization_id>organization contact_id>contact service_at_location_id>service_at_location number! extension:number type description
            contact contacts.csv: id! organization_id>organization service_id>service service_at_location_id>service_at_location location_id>location name title department email
            address addresses.csv: id! location_id>location attention address_1! address_2 city! region state_province! postal_code! country! address_type!
            schedule schedules.csv: id! service_id>service location_id>location service_at_location_id>service_at_location valid_from:date valid_to:date dtstart:date timezone:number until:date count:number wkst freq interval:number byday byweekno bymonthday byyearday description opens_at:time closes_at:time schedule_link attending_type notes
            funding funding.csv: id! organization_id>organization service_id>service source
            service_area service_areas.csv: id! service_id>service service_at_location_id>service_at_location name description extent extent_type uri
            required_document required_documents.csv: id! service_id>service document uri
            language languages.csv: id! service_id>service location_id>location phone_id>phone name code note
            accessibility accessibility.csv: id! location_id>location description details url
            taxonomy_term taxonomy_terms.csv: id! code name! description! parent_id taxonomy language taxonomy_id>taxonomy term_uri
            metadata metadata.csv: id! resource_id! resource_type! last_action_date!:date last_action_type! field_name! previous_value! replacement_value! updated_by!
            meta_table_description meta_table_descriptions.csv: id! name language character_set
            cost_option cost_options.csv: id! service_id!>service valid_from:date valid_to:date option currency amount:number amount_description
            organization_identifier organization_identifiers.csv: id! organization_id!>organization identifier_scheme identifier_type! identifier!
            taxonomy taxonomies.csv: id! name! description! uri version
            unit units.csv: id! name! scheme identifier uri
            service_capacity service_capacity.csv: id! service_id!>service unit_id!>unit available!:number maximum:number description updated!:datetime
            url url.csv: id! label url! organization_id>organization service_id>service
            """;

    /** The lists inside a document and the table in which what stands there belongs. */
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("phones", "phone"),
            Map.entry("schedules", "schedule"),
            Map.entry("service_areas", "service_area"),
            Map.entry("service_at_locations", "service_at_location"),
            Map.entry("languages", "language"),
            Map.entry("contacts", "contact"),
            Map.entry("addresses", "address"),
            Map.entry("accessibility", "accessibility"),
            Map.entry("cost_options", "cost_option"),
            Map.entry("required_documents", "required_document"),
            Map.entry("metadata", "metadata"),
            Map.entry("attributes", "attribute"),
            Map.entry("funding", "funding"),
            Map.entry("capacities", "service_capacity"),
            Map.entry("additional_urls", "url"),
            Map.entry("additional_websites", "url"),
            Map.entry("organization_identifiers", "organization_identifier"),
            Map.entry("programs", "program"),
            Map.entry("locations", "location"));

    private static final Map<String, Table> ALL = read();

    static List<Table> all() {
        return List.copyOf(ALL.values());
    }

    static Table of(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    /** Null for a field that is no list of another table. */
    static @Nullable Table ofList(String field) {
        String name = LISTS.get(field);
        return name == null ? null : of(name);
    }

    boolean has(String column) {
        return columns.stream().anyMatch(c -> c.name().equals(column));
    }

    private static Map<String, Table> read() {
        Map<String, Table> tables = new LinkedHashMap<>();
        TABLES.lines().forEach(line -> {
            String[] head = line.substring(0, line.indexOf(": ")).split(" ");
            List<Column> columns = new ArrayList<>();
            for (String spec : line.substring(line.indexOf(": ") + 2).split(" ")) {
                columns.add(column(spec));
            }
            tables.put(head[0], new Table(head[0], head[1], List.copyOf(columns)));
        });
        return tables;
    }

    private static Column column(String spec) {
        String[] keyed = spec.split(">");
        String[] typed = keyed[0].split(":");
        return new Column(
                typed[0].replace("!", ""),
                typed.length > 1 ? typed[1] : "string",
                typed[0].endsWith("!"),
                keyed.length > 1 ? keyed[1] : "");
    }
}
