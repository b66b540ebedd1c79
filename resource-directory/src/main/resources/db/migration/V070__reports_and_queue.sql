-- What anybody reports about a listing. The words are kept until somebody has dealt with them, and no longer.
create table report (
    id              uuid primary key,
    service_id      uuid        not null,
    reason          text        not null,
    words           text,
    reported_at     timestamptz not null,
    -- of the key with which a client may safely repeat its request
    repeat_key      bytea unique,
    body_hash       bytea,
    resolution      text,
    resolved_at     timestamptz,
    -- a role, never a person
    resolved_by     text
);
create index report_by_service on report (service_id, reported_at, id);
create index report_with_words on report (reported_at) where words is not null;

-- How urgent it is to look at a listing (0 first; 9: nobody asked anything), and from which day on nobody vouches for it.
alter table listing
    add column urgency     smallint not null default 9,
    add column assured_on  date,
    add column stale_from  date     not null default date '1900-01-01';

update listing l set
    assured_on = a.day,
    stale_from = coalesce(a.day + case when a.crisis_line then 91 else 731 end, date '1900-01-01')
from (select s.id,
             greatest((s.facts ->> 'assured_date')::date, (s.said -> 'verification' ->> 'on')::date) as day,
             s.facts -> 'attributes' @> '[{"taxonomy_term": {"taxonomy": "kith:kind", "code": "crisis_line"}}]' as crisis_line
      from service s) a
where a.id = l.service_id and a.day is not null;

update listing l set urgency = q.urgency
from (select service_id,
             min(case reason when 'service-discontinued' then 1 when 'could-not-reach' then 2 else 3 end) as urgency
      from verification_queue where answered_at is null group by service_id) q
where q.service_id = l.service_id;

create index listing_by_urgency on listing (urgency, stale_from, service_id) where not withdrawn;
create index listing_by_urgency_of_organization on listing (organization_id, urgency, stale_from, service_id)
    where not withdrawn;
