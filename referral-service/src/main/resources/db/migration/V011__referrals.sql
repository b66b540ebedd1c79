-- Our own copy of the directory's listings, as far as a referral needs them.
CREATE TABLE listing (
    service_id        uuid PRIMARY KEY,
    organization_id   uuid NOT NULL,
    organization_name text NOT NULL,
    name              text NOT NULL,
    status            text NOT NULL,
    kind              text,
    -- A shelter, or a service whose very name says what happened to its clients: events stay silent about it.
    confidential      boolean NOT NULL,
    -- 42 CFR Part 2: treatment of substance use.
    part2             boolean NOT NULL,
    phones            text[] NOT NULL,
    sequence          bigint NOT NULL,
    gone              boolean NOT NULL DEFAULT false
);
CREATE INDEX listing_organization ON listing (organization_id);

-- Columns of type bytea named *_sealed are encrypted with the client's own key.
CREATE TABLE client (
    id                  uuid PRIMARY KEY,
    tenant              text NOT NULL,
    language            text,
    display_name_sealed bytea,
    contact_sealed      bytea,
    area_sealed         bytea,
    created_at          timestamptz NOT NULL,
    erased_at           timestamptz,
    version             bigint NOT NULL
);
CREATE INDEX client_page ON client (tenant, created_at DESC, id DESC);

-- The client's key, wrapped by a master key that is not in the database. Destroying this row erases the person.
CREATE TABLE client_key (
    client_id uuid PRIMARY KEY REFERENCES client,
    tenant    text NOT NULL,
    wrapped   bytea NOT NULL
);

CREATE TABLE consent (
    id          uuid PRIMARY KEY,
    tenant      text NOT NULL,
    client_id   uuid NOT NULL REFERENCES client,
    recipients  uuid[] NOT NULL,
    information text[] NOT NULL,
    purpose     text NOT NULL,
    given       text NOT NULL,
    part2       boolean NOT NULL,
    expires_at  timestamptz,
    created_at  timestamptz NOT NULL,
    revoked_at  timestamptz,
    version     bigint NOT NULL
);
CREATE INDEX consent_client ON consent (client_id);

CREATE TABLE plan (
    id         uuid PRIMARY KEY,
    tenant     text NOT NULL,
    client_id  uuid NOT NULL REFERENCES client,
    match_id   uuid,
    pace       text,
    steps      text NOT NULL,
    created_at timestamptz NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX plan_client ON plan (client_id);

CREATE TABLE referral (
    id                uuid PRIMARY KEY,
    tenant            text NOT NULL,
    client_id         uuid NOT NULL REFERENCES client,
    need              text NOT NULL,
    urgency           text NOT NULL,
    match_id          uuid,
    plan_id           uuid REFERENCES plan,
    note_sealed       bytea,
    summary_sealed    bytea,
    over_limit_sealed bytea,
    state             text NOT NULL,
    business_status   text NOT NULL,
    -- The service it was last offered to.
    service_id        uuid,
    confidential      boolean NOT NULL,
    -- How many things have happened to it: events are numbered without a gap.
    sequence          bigint NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    version           bigint NOT NULL
);
CREATE INDEX referral_page ON referral (tenant, created_at DESC, id DESC);
CREATE INDEX referral_plan ON referral (plan_id) WHERE plan_id IS NOT NULL;
-- Two double clicks, two coordinators: one open referral for a client, a need and a service (or none yet).
CREATE UNIQUE INDEX referral_open_once
    ON referral (client_id, need, coalesce(service_id, '00000000-0000-0000-0000-000000000000'))
    WHERE state IN ('DRAFT', 'SENT', 'MATCHING', 'PLACED', 'REROUTING');

CREATE TABLE attempt (
    id              uuid PRIMARY KEY,
    tenant          text NOT NULL,
    referral_id     uuid NOT NULL REFERENCES referral,
    client_id       uuid NOT NULL REFERENCES client,
    consent_id      uuid NOT NULL REFERENCES consent,
    service_id      uuid NOT NULL,
    organization_id uuid NOT NULL,
    state           text NOT NULL,
    business_status text NOT NULL,
    reason          text,
    text_sealed     bytea,
    summary_sealed  bytea,
    no_shows        int NOT NULL,
    confidential    boolean NOT NULL,
    offered_at      timestamptz NOT NULL,
    due_at          timestamptz,
    remind_at       timestamptz,
    escalate_at     timestamptz,
    version         bigint NOT NULL
);
CREATE INDEX attempt_referral ON attempt (referral_id, offered_at);
CREATE INDEX attempt_inbox ON attempt (organization_id, coalesce(due_at, offered_at), id);
CREATE INDEX attempt_client ON attempt (client_id);
CREATE INDEX attempt_consent ON attempt (consent_id);
CREATE INDEX attempt_due ON attempt (least(remind_at, escalate_at, due_at)) WHERE state IN ('OFFERED', 'VIEWED');
CREATE UNIQUE INDEX attempt_one_open ON attempt (referral_id)
    WHERE state IN ('OFFERED', 'VIEWED', 'ACCEPTED', 'WAITLISTED', 'IN_SERVICE', 'NO_SHOW');

CREATE TABLE history (
    referral_id     uuid NOT NULL REFERENCES referral,
    sequence        bigint NOT NULL,
    attempt_id      uuid REFERENCES attempt,
    at              timestamptz NOT NULL,
    event           text NOT NULL,
    from_state      text,
    to_state        text NOT NULL,
    business_status text NOT NULL,
    reason          text,
    due_at          timestamptz,
    actor_role      text NOT NULL,
    PRIMARY KEY (referral_id, sequence)
);

CREATE TABLE disclosure (
    id              uuid PRIMARY KEY,
    tenant          text NOT NULL,
    client_id       uuid NOT NULL REFERENCES client,
    attempt_id      uuid NOT NULL REFERENCES attempt,
    organization_id uuid NOT NULL,
    at              timestamptz NOT NULL,
    information     text[] NOT NULL,
    purpose         text NOT NULL,
    part2           boolean NOT NULL
);
CREATE INDEX disclosure_client ON disclosure (client_id, at, id);

CREATE TABLE check_in (
    id              uuid PRIMARY KEY,
    tenant          text NOT NULL,
    client_id       uuid NOT NULL REFERENCES client,
    referral_id     uuid NOT NULL REFERENCES referral,
    due_at          timestamptz NOT NULL,
    recorded_at     timestamptz,
    contacted       boolean,
    attended        boolean,
    helped          text,
    felt_safe       boolean,
    still_attending boolean,
    urgency         text,
    version         bigint NOT NULL
);
CREATE INDEX check_in_due ON check_in (tenant, due_at, id) WHERE recorded_at IS NULL;
CREATE INDEX check_in_referral ON check_in (referral_id);

-- What an organization last said about its capacity.
CREATE TABLE capacity (
    service_id      uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    capacity        text NOT NULL,
    estimated_days  int,
    stated_at       timestamptz NOT NULL,
    sequence        bigint NOT NULL
);

-- Answers already given to a POST that carried an Idempotency-Key.
CREATE TABLE idempotency (
    tenant       text NOT NULL,
    key          text NOT NULL,
    route        text NOT NULL,
    request_hash bytea NOT NULL,
    status       int NOT NULL,
    headers      text NOT NULL,
    body         text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant, key, route)
);
