-- The last number of each year's register.
create table information_request_year (
    year integer primary key,
    last integer not null
) strict;
-- Requests for public information. Who asks lies apart, sealed.
create table information_request (
    id               integer primary key,
    number           text    not null unique,  -- PI-2026-00012
    version          integer not null default 1,  -- goes up with every change
    stage            text    not null,
    agency_key       text    references agency (key),  -- whose PPID has it
    applicant        text    not null,  -- person or body
    what             text    not null,
    purpose          text    not null,
    salt             blob    not null,  -- of the hashes of these two in the chain
    event_position   integer,           -- where those hashes stand
    obtain           text    not null,
    send             text    not null,
    secret_hash      blob    not null,
    received_on      text    not null,
    received_at      integer not null,
    extended_on      text,
    extension_reason text,
    answer_by        text,     -- the day that the superior gave
    notice_id        integer,  -- the notice that stands
    objection_id     integer,  -- the latest one
    is_objected      integer not null default 0 check (is_objected in (0, 1)),  -- it waits for its decision
    settled          integer not null default 0 check (settled in (0, 1)),      -- it was dismissed, and nothing told since
    due_on           text    not null  -- the last day of what must be done next; 9999-12-31 where nothing must
) strict;
create index information_request_due on information_request (due_on, id);
create index information_request_agency on information_request (agency_key, due_on, id);
create index information_request_stage on information_request (stage, due_on, id);
create index information_request_objected on information_request (due_on, id) where objection_id is not null;
create index information_request_event on information_request (event_position);
-- Who asks.
create table applicant (
    request_id integer primary key references information_request (id),
    sealed     blob    not null
) strict;
-- What was told, and how what was granted reached the applicant.
create table request_notice (
    id               integer primary key,
    request_id       integer not null references information_request (id),
    kind             text    not null,  -- grant, grant_in_part, refuse, not_held
    told_on          text    not null,
    letter_number    text    not null,
    official         text    not null,
    holder           text,
    article          text,
    consequence_test text,
    parts_withheld   text,
    form             text,
    cost             integer not null,  -- rupiah
    words            text,
    delivered_on     text,
    delivered_by     text,
    delivery_cost    integer,
    delivery_words   text
) strict;
create index request_notice_request on request_notice (request_id, id);
-- Objections and what the superior decided.
create table objection (
    id             integer primary key,
    request_id     integer not null references information_request (id),
    ground         text    not null,
    words          text    not null,
    salt           blob    not null,  -- of their hash in the chain
    event_position integer,           -- where that stands
    filed_on       text    not null,
    outcome        text,              -- upheld, dismissed
    decided_on     text,
    letter_number  text,
    official       text,
    reasons        text,
    answer_by      text
) strict;
create index objection_request on objection (request_id, id);
create index objection_event on objection (event_position);
-- Who read who asks.
create index event_applicant_read on event (position) where kind = 'applicant_read';
