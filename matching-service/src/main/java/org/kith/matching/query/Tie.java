package org.kith.matching.query;

import org.kith.matching.code.Code;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.TieQuality;
import org.kith.matching.code.TieRole;

/** Somebody in the client's present network: a role, never a person. */
public record Tie(
        TieRole role,
        CodeSet<SupportType> supportTypes,
        TieQuality quality,
        Channel channel,
        Frequency frequency,
        Reciprocity reciprocity) {

    public enum Channel implements Code {
        IN_PERSON,
        PHONE,
        ONLINE
    }

    public enum Frequency implements Code {
        DAILY,
        WEEKLY,
        MONTHLY,
        RARER
    }

    public enum Reciprocity implements Code {
        BALANCED,
        GIVES_ONLY,
        RECEIVES_ONLY
    }
}
