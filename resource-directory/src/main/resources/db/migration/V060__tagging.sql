-- How far listings have been read again since the rules of the tagger changed: one row, whatever the number of replicas.
create table tagging_run (
    only_one    boolean primary key default true check (only_one),
    -- of the rules that listings are read by; those of every finished listing when finished_at is set
    rules       text        not null,
    last        uuid,
    done        bigint      not null default 0,
    changed     bigint      not null default 0,
    started_at  timestamptz not null default now(),
    finished_at timestamptz
);
insert into tagging_run (rules) values ('');
