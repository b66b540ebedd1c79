package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.kith.directory.imports.repair.Findings;
import org.kith.directory.imports.repair.Numbers;
import org.kith.directory.imports.repair.Texts;

/** Tables of HSDS 1 and 2 that became fields of the service in HSDS 3. */
final class OlderTables {
    private OlderTables() {}

    static void merge(Row row, Row service) {
        if (row.entity().equals("eligibility")) {
            append(row, "eligibility", service.node(), "eligibility_description", "");
            age(row, service.node(), "minimum_age");
            age(row, service.node(), "maximum_age");
        } else {
            append(row, "payment", service.node(), "fees_description", "Accepted payment: ");
        }
    }

    private static void append(Row row, String column, ObjectNode service, String field, String lead) {
        String given = Rules.text(row.node(), column);
        if (given != null) {
            String text = Texts.clean(given, column, row.findings());
            String before = Rules.text(service, field);
            service.put(field, before == null ? lead + text : before + "\n" + lead + text);
        }
    }

    private static void age(Row row, ObjectNode service, String field) {
        String given = Rules.text(row.node(), field);
        if (given != null && !service.has(field)) {
            Findings findings = row.findings();
            var age = Numbers.node(Numbers.read(given, field, findings));
            if (age != null) {
                service.set(field, age);
            }
        }
    }
}
