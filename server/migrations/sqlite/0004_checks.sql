-- Closed cases that somebody outside the agency checks, and cases that were joined to another one.

-- Whether it is closed and waits to be checked, and by whom.
alter table complaint add column sampled integer not null default 0 check (sampled in (0, 1));
alter table complaint add column checker_id integer references account (id);
create index complaint_sampled on complaint (checker_id, stage, due_on, id) where sampled = 1;

-- The checks that were made. The agency is the one whose work was checked.
create table sample_check (
    id           integer primary key,
    complaint_id integer not null references complaint (id),
    agency_key   text    references agency (key),
    checker_id   integer not null references account (id),
    outcome      text    not null,
    checked_on   text    not null
) strict;
create index sample_check_complaint_id on sample_check (complaint_id);

-- The tracking code of the one that goes on, of two about the same thing.
alter table complaint add column merged_into text;
-- What came in about the same time, from the same place, about the same affair.
create index complaint_near on complaint (regency_code, sector_key, received_on);
