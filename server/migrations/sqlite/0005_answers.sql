-- Answers: what they promise, those that wait for the responsible officer, and templates.

-- The last day of what the standing answer promises.
alter table complaint add column promised_on text;
-- The place of the event whose answer waits for the responsible officer.
alter table complaint add column waiting_answer integer;
create index complaint_waiting_answer on complaint (agency_key, stage, id) where waiting_answer is not null;

-- Whether its answers wait for the responsible officer.
alter table agency add column approves integer not null default 0 check (approves in (0, 1));

-- Texts with fields that answers begin with.
create table answer_template (
    id         integer primary key,
    version    integer not null default 1,
    name       text    not null,
    sector_key text    references sector (key),  -- for all where null
    outcome    text    not null,
    body       text    not null
) strict;
