-- Closed cases that somebody outside the agency checks, and cases that were joined to another one.

-- Whether it is closed and waits to be checked, and by whom.
alter table complaint add column sampled bigint not null default 0 check (sampled in (0, 1));
alter table complaint add column checker_id bigint references account (id);
create index complaint_sampled on complaint (checker_id, stage, due_on, id) where sampled = 1;

-- The checks that were made. The agency is the one whose work was checked.
create table sample_check (
    id           bigint generated always as identity primary key,
    complaint_id bigint not null references complaint (id),
    agency_key   text collate "C" references agency (key),
    checker_id   bigint not null references account (id),
    outcome      text    not null,
    checked_on   text collate "C" not null
);
create index sample_check_complaint_id on sample_check (complaint_id);

-- The tracking code of the one that goes on, of two about the same thing.
alter table complaint add column merged_into text collate "C";
-- What came in about the same time, from the same place, about the same affair.
create index complaint_near on complaint (regency_code, sector_key, received_on);
