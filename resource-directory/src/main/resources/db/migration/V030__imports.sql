-- Directories taken in from elsewhere.
create table import (
    id               uuid primary key,
    number           bigint generated always as identity,
    source           text        not null,
    file_name        text        not null,
    format           text        not null,
    state            text        not null check (state in ('queued', 'running', 'done', 'failed', 'undone')),
    -- taken back by its next run
    undo             boolean     not null default false,
    dry_run          boolean     not null,
    withdraw_missing boolean     not null,
    requested_at     timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    -- of the worker; one that stays silent has died, and another takes over
    heartbeat        timestamptz,
    attempts         int         not null default 0,
    trees            int,
    trees_done       int         not null default 0,
    problem_code     text,
    problem_message  text
);
create index import_by_number on import (number desc);
-- One at a time, whatever the number of replicas.
create unique index import_running on import ((true)) where state = 'running';

-- The file as it came, until it is no longer needed: any replica can go on with it.
create table import_upload (
    import_id uuid  not null references import on delete cascade,
    part      int   not null,
    bytes     bytea not null,
    primary key (import_id, part)
);

-- What an import did to one organization, written in the transaction that did it: what a crash leaves is exact.
create table import_tree (
    import_id       uuid  not null references import on delete cascade,
    tree            text  not null,
    -- entity → rows in, stored, unchanged, repaired, refused
    counts          jsonb not null,
    organization_id uuid,
    -- what stood there before and what the source was known to say; null when nothing was touched
    before          jsonb,
    source_before   jsonb,
    after_digest    text,
    primary key (import_id, tree)
);
create index import_tree_by_organization on import_tree (organization_id) where before is not null;

create table import_line (
    number    bigint generated always as identity primary key,
    import_id uuid not null references import on delete cascade,
    line      text not null
);
create index import_line_by_import on import_line (import_id, number);

-- What a source said the last time, to know what is new and what is gone.
create table source_tree (
    source          text  not null,
    tree            text  not null,
    digest          text  not null,
    organization_id uuid,
    -- "service:…" and the like, as ids of ours
    brought         text[] not null,
    -- row → digest
    rows            jsonb not null,
    primary key (source, tree)
);
create index source_tree_by_organization on source_tree (organization_id);

-- How a source maps codes of one taxonomy to another.
create table source_crosswalk (
    source text  not null,
    row    text  not null,
    facts  jsonb not null,
    primary key (source, row)
);
