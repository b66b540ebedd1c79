package org.kith.directory.imports.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names under which tables and columns appear in the wild, and what they are called here. */
final class Tables {

    // kind of table: file names without ".csv" and without underscores
    private static final String FILES = """
            organization: organization organizations agency agencies
            program: program programs
            service: service services
            location: location locations site sites
            service_at_location: serviceatlocation servicesatlocation serviceatlocations servicesatlocations servicelocation servicelocations
            address: address addresses
            physical_address: physicaladdress physicaladdresses
            postal_address: postaladdress postaladdresses mailaddress mailaddresses mailingaddress mailingaddresses
            phone: phone phones
            contact: contact contacts
            schedule: schedule schedules
            regular_schedule: regularschedule regularschedules
            holiday_schedule: holidayschedule holidayschedules
            funding: funding fundings
            eligibility: eligibility eligibilities
            service_area: servicearea serviceareas
            required_document: requireddocument requireddocuments
            payment_accepted: paymentaccepted paymentsaccepted
            cost_option: costoption costoptions
            language: language languages
            accessibility: accessibility accessibilityfordisabilities
            taxonomy: taxonomy taxonomies
            taxonomy_term: taxonomyterm taxonomyterms term terms
            attribute: attribute attributes
            service_taxonomy: servicetaxonomy servicetaxonomies serviceattribute serviceattributes
            other_attribute: otherattribute otherattributes linktaxonomy linktaxonomies
            metadata: metadata
            organization_identifier: organizationidentifier organizationidentifiers
            service_capacity: servicecapacity servicecapacities capacities
            unit: unit units
            url: url urls
            meta_table_description: metatabledescription metatabledescriptions
            taxonomy_mapping: taxonomymapping taxonomymappings
            """;

    // kind of table: our column<theirs|theirs
    private static final String COLUMNS = """
            organization: name<organization_name|org_name|agency_name website<url|homepage year_incorporated<date_incorporated|year_established description<desc
            program: alternate_name<alt_name
            service: name<service_name|program_name|title status<service_status url<website eligibility_description<eligibility|audience fees_description<fees|fee application_process<how_to_apply|application wait_time<wait description<desc|long_desc
            location: name<location_name|site_name latitude<lat longitude<lng|lon|long url<website description<desc
            address: address_1<address1|street|street_address|address address_2<address2 city<locality|town state_province<state|province postal_code<zip|zip_code|zipcode|postcode country<country_code
            phone: number<phone|phone_number|telephone type<number_type|phone_type description<department extension<ext
            contact: email<email_address
            schedule: opens_at<opens|open|open_time|opening_time closes_at<closes|close|close_time|closing_time valid_from<start_date valid_to<end_date weekday<day|day_of_week
            language: name<language
            accessibility: description<accessibility
            service_area: name<service_area
            required_document: document<required_document
            funding: source<funding|funding_source
            taxonomy_term: name<term taxonomy<vocabulary
            attribute: taxonomy_term_id<taxonomy_id|service_taxonomy_id value<taxonomy_detail
            """;

    // any table
    private static final Map<String, String> KEYS = Map.of(
            "org_id", "organization_id",
            "agency_id", "organization_id",
            "loc_id", "location_id",
            "svc_id", "service_id",
            "services_at_location_id", "service_at_location_id");

    /** Tables whose rows are one kind of HSDS entity under another name. */
    private static final Map<String, String> SAME_AS = Map.of(
            "physical_address", "address",
            "postal_address", "address",
            "regular_schedule", "schedule",
            "holiday_schedule", "schedule",
            "service_taxonomy", "attribute",
            "other_attribute", "attribute");

    private static final Map<String, String> KIND_OF_FILE = files();
    private static final Map<String, Map<String, List<String>>> ALIASES = aliases();

    private Tables() {}

    /** The kind of table that a CSV file is by its name, and by its columns where the name is not enough. */
    static @Nullable String kindOf(String baseName, List<String> columns) {
        String name = baseName.replaceFirst("\\.(csv|tsv|txt)$", "").replaceAll("^(hsds|ohana|oruk)[-_ ]", "");
        String kind = KIND_OF_FILE.get(name.replaceAll("[^a-z]", ""));
        boolean terms =
                columns.contains("parent_id") || columns.contains("parent_name") || columns.contains("vocabulary");
        return "taxonomy".equals(kind) && terms ? "taxonomy_term" : kind;
    }

    /** The HSDS entity of a kind of table; the kind itself where HSDS 3 has nothing like it. */
    static String entityOf(String kind) {
        return SAME_AS.getOrDefault(kind, kind);
    }

    /** For each column of a file, what it is called here; an empty name stays empty. */
    static List<String> columns(String kind, List<String> theirs) {
        String entity = entityOf(kind);
        Map<String, List<String>> aliases = ALIASES.getOrDefault(entity, Map.of());
        Map<String, String> renamed = new HashMap<>();
        if (!theirs.contains("id") && theirs.contains(entity + "_id")) {
            renamed.put(entity + "_id", "id");
        }
        aliases.forEach((ours, others) -> {
            if (!theirs.contains(ours)) {
                others.stream().filter(theirs::contains).findFirst().ifPresent(found -> renamed.put(found, ours));
            }
        });
        return theirs.stream()
                .map(name -> renamed.getOrDefault(name, KEYS.getOrDefault(name, name)))
                .toList();
    }

    private static Map<String, String> files() {
        Map<String, String> kinds = new HashMap<>();
        FILES.lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            for (String file : parts[1].split(" ")) {
                kinds.put(file, parts[0]);
            }
        });
        return kinds;
    }

    private static Map<String, Map<String, List<String>>> aliases() {
        Map<String, Map<String, List<String>>> all = new HashMap<>();
        COLUMNS.lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            Map<String, List<String>> columns = new HashMap<>();
            for (String alias : parts[1].split(" ")) {
                String[] sides = alias.split("<", 2);
                columns.put(sides[0], List.of(sides[1].split("\\|")));
            }
            all.put(parts[0], columns);
        });
        return all;
    }
}
