-- The last number of each year's register.
create table information_request_year (
    year bigint primary key,
    last bigint not null
);
-- Requests for public information. Who asks lies apart, sealed.
create table information_request (
    id               bigint generated always as identity primary key,
    number           text collate "C"    not null unique,  -- PI-2026-00012
    version          bigint not null default 1,  -- goes up with every change
    stage            text collate "C"    not null,
    agency_key       text collate "C"    references agency (key),  -- whose PPID has it
    applicant        text collate "C"    not null,  -- person or body
    what             text    not null,
    purpose          text    not null,
    salt             bytea   not null,  -- of the hashes of these two in the chain
    event_position   bigint,           -- where those hashes stand
    obtain           text collate "C"    not null,
    send             text collate "C"    not null,
    secret_hash      bytea   not null,
    received_on      text collate "C"    not null,
    received_at      bigint not null,
    extended_on      text collate "C",
    extension_reason text,
    answer_by        text collate "C",     -- the day that the superior gave
    notice_id        bigint,  -- the notice that stands
    objection_id     bigint,  -- the latest one
    is_objected      bigint not null default 0 check (is_objected in (0, 1)),  -- it waits for its decision
    settled          bigint not null default 0 check (settled in (0, 1)),      -- it was dismissed, and nothing told since
    due_on           text collate "C"    not null  -- the last day of what must be done next; 9999-12-31 where nothing must
);
create index information_request_due on information_request (due_on, id);
create index information_request_agency on information_request (agency_key, due_on, id);
create index information_request_stage on information_request (stage, due_on, id);
create index information_request_objected on information_request (due_on, id) where objection_id is not null;
create index information_request_event on information_request (event_position);
-- Who asks.
create table applicant (
    request_id bigint primary key references information_request (id),
    sealed     bytea   not null
);
-- What was told, and how what was granted reached the applicant.
create table request_notice (
    id               bigint generated always as identity primary key,
    request_id       bigint not null references information_request (id),
    kind             text collate "C"    not null,  -- grant, grant_in_part, refuse, not_held
    told_on          text collate "C"    not null,
    letter_number    text    not null,
    official         text    not null,
    holder           text,
    article          text,
    consequence_test text,
    parts_withheld   text,
    form             text collate "C",
    cost             bigint not null,  -- rupiah
    words            text,
    delivered_on     text collate "C",
    delivered_by     text collate "C",
    delivery_cost    bigint,
    delivery_words   text
);
create index request_notice_request on request_notice (request_id, id);
-- Objections and what the superior decided.
create table objection (
    id             bigint generated always as identity primary key,
    request_id     bigint not null references information_request (id),
    ground         text collate "C"    not null,
    words          text    not null,
    salt           bytea   not null,  -- of their hash in the chain
    event_position bigint,           -- where that stands
    filed_on       text collate "C"    not null,
    outcome        text collate "C",              -- upheld, dismissed
    decided_on     text collate "C",
    letter_number  text,
    official       text,
    reasons        text,
    answer_by      text collate "C"
);
create index objection_request on objection (request_id, id);
create index objection_event on objection (event_position);
-- Who read who asks.
create index event_applicant_read on event (position) where kind = 'applicant_read';
