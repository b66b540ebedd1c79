package org.kith.contracts.places;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The short forms of states and countries. */
final class Regions {
    private static final Map<String, String> STATES = states();
    private static final Map<String, String> COUNTRIES = countries();

    private Regions() {}

    /** @param written folded */
    static boolean isState(String written) {
        return STATES.containsKey(written);
    }

    /** "Maryland" and "md" are MD, "France" is FR; what is unknown stays as it is, in capitals. */
    static String code(String written) {
        String folded = PlaceName.folded(written);
        String state = STATES.get(folded);
        return state != null ? state : COUNTRIES.getOrDefault(folded, folded.toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> states() {
        String[] listed = ("AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,"
                        + "DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,"
                        + "IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,"
                        + "MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,"
                        + "NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,"
                        + "NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,"
                        + "PR Puerto Rico,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,"
                        + "UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming")
                .split(",");
        Map<String, String> codes = new HashMap<>();
        for (String state : listed) {
            String code = state.substring(0, 2);
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(state.substring(3).toLowerCase(Locale.ROOT), code);
        }
        // As PlaceName folds "CO".
        codes.put("d c", "DC");
        return codes;
    }

    private static Map<String, String> countries() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(PlaceName.folded(Locale.of("", code).getDisplayCountry(Locale.ENGLISH)), code);
        }
        codes.put("usa", "US");
        codes.put("uk", "GB");
        codes.put("england", "GB");
        return codes;
    }
}
