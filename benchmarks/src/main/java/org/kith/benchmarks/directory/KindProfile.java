package org.kith.benchmarks.directory;

import java.util.List;

/**
 * What services of a kind are like.
 *
 * @param share of all services, in hundredths
 * @param titles what they are called after
 * @param needs of the vocabulary
 * @param remote how often there is no place to go to
 */
record KindProfile(
        String kind,
        double share,
        List<String> titles,
        List<String> needs,
        List<String> supportTypes,
        double remote,
        List<String> features) {
    /** As a county's guide has them: mostly professionals and practical help. */
    static final List<KindProfile> ALL = List.of(
            kind(
                    "professional_service",
                    30,
                    .05,
                    "Counseling,Outpatient Clinic,Behavioral Health,Health Center,Family Therapy,Case Management,Recovery Program",
                    "depression,anxiety,substance_use,ptsd,stress,serious_mental_illness,relationship_skills,medication_support",
                    "informational,emotional",
                    "professional_led,trauma_informed,wheelchair,transit,daytime"),
            kind(
                    "practical_service",
                    26,
                    .04,
                    "Food Pantry,Rent Assistance,Transportation,Legal Aid,Job Training,Utility Assistance,Clothing Closet,Meal Delivery",
                    "food,transport,financial_stress,employment,legal,housing_safety,childcare,chores,practical_help_home",
                    "practical,informational",
                    "drop_in,transit,wheelchair,daytime"),
            kind(
                    "support_group",
                    12,
                    .2,
                    "Support Group,Grief Circle,Recovery Meeting,Caregiver Group,Family Night,Survivors Group,Peer Group",
                    "grief,substance_use,relapse_prevention,peer_connection,anxiety,depression,caregiver_support,family_member_addiction",
                    "emotional,companionship",
                    "peer_led,drop_in,confidential,anonymous_ok,moderated,evening,listen_only_ok"),
            kind(
                    "community_org",
                    7,
                    .01,
                    "Community Center,Neighborhood House,Family Resource Center,Senior Center,Drop-in Center",
                    "isolation,social_activity,daily_structure,food,advocacy",
                    "companionship,practical",
                    "drop_in,wheelchair,transit,daytime,weekend"),
            kind(
                    "class",
                    6.5,
                    .15,
                    "Parenting Class,English Class,Computer Class,Nutrition Workshop,Stress Management Course,Citizenship Class",
                    "relationship_skills,employment,stress,acculturation,family_education,academic_stress",
                    "informational",
                    "professional_led,evening,daytime,childcare"),
            kind(
                    "faith_org",
                    5,
                    .02,
                    "Church,Parish,Fellowship,Ministry,Congregation,Outreach Ministry",
                    "spiritual_support,food,isolation,grief",
                    "emotional,companionship,practical",
                    "drop_in,weekend,childcare,wheelchair"),
            kind(
                    "peer_program",
                    3,
                    .15,
                    "Peer Support,Recovery Coaching,Peer Navigators,Wellness Recovery",
                    "peer_connection,relapse_prevention,substance_use,depression,serious_mental_illness",
                    "emotional,informational",
                    "peer_led,confidential,single_session_ok"),
            kind(
                    "helpline",
                    2,
                    1,
                    "Helpline,Information Line,Referral Line",
                    "financial_stress,advocacy,legal,caregiver_support,substance_use",
                    "informational,emotional",
                    "anonymous_ok,confidential"),
            kind(
                    "club",
                    2,
                    .05,
                    "Chess Club,Walking Club,Book Club,Garden Club,Knitting Circle,Soccer League",
                    "social_activity,isolation",
                    "companionship",
                    "drop_in,evening,weekend"),
            kind(
                    "family_program",
                    2,
                    .1,
                    "Family Program,Family-to-Family,Caregiver Respite,Home Visiting",
                    "family_education,caregiver_support,respite,perinatal,family_member_addiction",
                    "informational,emotional,practical",
                    "childcare,babies_welcome,professional_led"),
            kind(
                    "volunteer_opportunity",
                    1.5,
                    .05,
                    "Volunteer Program,Volunteer Visitors,Volunteer Drivers",
                    "purpose,isolation",
                    "companionship",
                    "daytime,weekend"),
            kind(
                    "mentoring",
                    1,
                    .1,
                    "Mentoring,Big Friends,Youth Mentors",
                    "trust_building,purpose,life_transition",
                    "emotional,affirmation",
                    "daytime,evening"),
            kind(
                    "cultural_org",
                    1,
                    .02,
                    "Cultural Center,Heritage Society,Friendship Association",
                    "acculturation,identity_affirmation,social_activity,historical_trauma",
                    "affirmation,companionship",
                    "drop_in,weekend"),
            kind(
                    "online_community",
                    .4,
                    1,
                    "Online Community,Forum,Chat Group",
                    "peer_connection,isolation,anxiety",
                    "companionship,emotional",
                    "text_based,moderated,anonymous_ok,camera_optional"),
            kind(
                    "couples_program",
                    .3,
                    .1,
                    "Couples Retreat,Couples Counseling",
                    "relationship_skills",
                    "emotional",
                    "evening"),
            kind(
                    "warmline",
                    .2,
                    1,
                    "Warmline",
                    "isolation,depression,anxiety,peer_connection",
                    "emotional",
                    "peer_led,anonymous_ok,confidential,evening"),
            kind(
                    "crisis_line",
                    .1,
                    1,
                    "Crisis Line",
                    "suicidal_thoughts,violence_now,self_harm",
                    "emotional,informational",
                    "anonymous_ok,confidential,professional_led"));

    private static final double[] SHARES = shares();

    static KindProfile any(Chance chance) {
        return ALL.get(chance.weighted(SHARES));
    }

    private static KindProfile kind(
            String kind,
            double share,
            double remote,
            String titles,
            String needs,
            String supportTypes,
            String features) {
        return new KindProfile(kind, share, list(titles), list(needs), list(supportTypes), remote, list(features));
    }

    private static List<String> list(String values) {
        return List.of(values.split(",", -1));
    }

    private static double[] shares() {
        double[] shares = new double[ALL.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += ALL.get(i).share();
            shares[i] = sum;
        }
        return shares;
    }
}
