-- Aggregates. Their facts are one HSDS record each; what queries and rules need stands in columns beside it.
create table organization (
    id            uuid primary key,
    name          text        not null,
    facts         jsonb       not null,
    -- says kith:feature confidential_location
    flagged       boolean     not null,
    version       bigint      not null,
    last_modified timestamptz not null
);
create index organization_by_name on organization (name, id);

create table location (
    id              uuid primary key,
    organization_id uuid references organization,
    facts           jsonb       not null,
    flagged         boolean     not null,
    -- derived: flagged itself, or something confidential happens there
    confidential    boolean     not null,
    latitude        double precision,
    longitude       double precision,
    postal_code     text,
    -- street and postal code without case and punctuation, to find the same house under another row
    address_key     text,
    version         bigint      not null,
    last_modified   timestamptz not null
);
create index location_by_organization on location (organization_id, id);
create index location_by_coordinates on location (latitude, longitude) where not confidential;
create index location_by_postal_code on location (upper(replace(postal_code, ' ', ''))) where not confidential;
create index location_by_address on location (address_key);

create table service (
    id              uuid primary key,
    organization_id uuid        not null references organization,
    facts           jsonb       not null,
    -- what staff and stewards said since the facts were written: capacity, verification
    said            jsonb,
    flagged         boolean     not null
);
create index service_by_organization on service (organization_id, id);

create table service_at_location (
    id          uuid primary key,
    service_id  uuid    not null references service on delete cascade,
    location_id uuid    not null references location,
    facts       jsonb   not null,
    flagged     boolean not null
);
create index service_at_location_by_service on service_at_location (service_id);
create index service_at_location_by_location on service_at_location (location_id);

create table taxonomy (
    id    uuid primary key,
    name  text  not null,
    facts jsonb not null
);

create table taxonomy_term (
    id          uuid primary key,
    taxonomy_id uuid,
    parent_id   uuid,
    code        text,
    name        text  not null,
    facts       jsonb not null
);
create index taxonomy_term_by_taxonomy on taxonomy_term (taxonomy_id, id);
create index taxonomy_term_by_parent on taxonomy_term (parent_id, id);

-- What the API, the search index, Kafka and exports give out: one document per service, composed when it changes.
create sequence listing_change;
create table listing (
    service_id      uuid primary key,
    organization_id uuid        not null,
    -- numbered in the order of commits, so that a reader that asks for "change > last" misses nothing
    change          bigint      not null unique,
    -- the number with which it came, or came back: an insert for everybody who has read less
    first_change    bigint      not null,
    document        bytea,
    hash            bytea,
    withdrawn       boolean     not null,
    last_modified   timestamptz not null,
    terms           uuid[]      not null default '{}',
    taxonomies      uuid[]      not null default '{}',
    words           tsvector
);
create index listing_by_organization on listing (organization_id, service_id) where not withdrawn;
create index listing_by_id on listing (service_id) where not withdrawn;
create index listing_by_modified on listing (last_modified, service_id) where not withdrawn;
create index listing_by_term on listing using gin (terms) where not withdrawn;
create index listing_by_taxonomy on listing using gin (taxonomies) where not withdrawn;
create index listing_by_word on listing using gin (words) where not withdrawn;

-- Ids under which others know our rows.
create table foreign_id (
    source     text not null,
    entity     text not null,
    foreign_id text not null,
    id         uuid not null,
    primary key (source, entity, foreign_id)
);
create index foreign_id_by_id on foreign_id (id);

-- The same for organizations, without their services, which are put in from their listings.
create table organization_document (
    organization_id uuid primary key references organization on delete cascade,
    document        bytea       not null,
    terms           uuid[]      not null default '{}',
    taxonomies      uuid[]      not null default '{}',
    words           tsvector
);
create index organization_document_by_term on organization_document using gin (terms);
create index organization_document_by_taxonomy on organization_document using gin (taxonomies);
create index organization_document_by_word on organization_document using gin (words);
