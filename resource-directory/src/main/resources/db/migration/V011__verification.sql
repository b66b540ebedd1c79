-- Who made sure of a listing, how and when.
create table verification (
    id          uuid primary key,
    service_id  uuid        not null,
    verified_by text        not null,
    how         text        not null,
    note        text,
    verified_on date        not null,
    recorded_at timestamptz not null
);
create index verification_by_service on verification (service_id, recorded_at);

-- Listings that somebody has to look at, and why; a verification answers what is open.
create table verification_queue (
    id          uuid primary key,
    service_id  uuid        not null,
    reason      text        not null,
    queued_at   timestamptz not null,
    answered_at timestamptz
);
create unique index verification_queue_open on verification_queue (service_id, reason) where answered_at is null;
create index verification_queue_by_age on verification_queue (queued_at, id) where answered_at is null;
