-- Tells this database from every other, so that a search index of another one is not taken for ours.
-- Whoever restores a backup into a running suite gives it a new id, and every index is built anew.
create table search_origin (
    id       uuid    not null default gen_random_uuid(),
    only_one boolean primary key default true check (only_one)
);
insert into search_origin default values;
