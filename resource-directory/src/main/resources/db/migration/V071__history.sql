-- Who changed what in the directory, as HSDS "metadata" has it. Written once, and never again.
create table history (
    number          bigint generated always as identity primary key,
    resource_type   text        not null,
    resource_id     uuid        not null,
    -- whose it was: who may read it, also when the resource is gone
    organization_id uuid,
    at              timestamptz not null,
    action          text        not null check (action in ('create', 'update', 'delete')),
    field           text        not null,
    previous        text        not null,
    replacement     text        not null,
    -- a role, never a person
    updated_by      text        not null
);
create index history_by_resource on history (resource_id, number);

create function history_is_written_once() returns trigger language plpgsql as $$
begin
    raise exception 'history is written once';
end $$;
create trigger history_stays before update or delete or truncate on history
    for each statement execute function history_is_written_once();
