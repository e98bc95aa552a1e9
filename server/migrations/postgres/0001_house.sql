-- The house: settings, complaints, their events, the recap's ledgers, uploads and imports.
--
-- Conventions, the same in both engines, so that one SQL text serves both:
--   whole numbers are 64 bits wide; yes and no are 1 and 0
--   a local day is text 'YYYY-MM-DD', a month 'YYYY-MM': they sort and compare as text
--   a moment (`…_at`) is whole milliseconds since 1970 in UTC
--   structured values are JSON in a text column; bytes are bytea
--   a column is null when the fact is missing; only the ledgers write '' instead, since their keys may not be null
-- Days, months and keys collate as "C", so that they sort and compare by bytes as they do in SQLite.
-- Codes (stage, class, channel, …) are the snake_case codes of the crate `shared`, which reads them strictly.

-- The one row that serialises the chain of events. It is locked last in a transaction.
create table head (
    id       bigint primary key check (id = 1),
    position bigint not null,  -- of the last event; 0 before the first
    hash     bytea not null,  -- of the last event; 32 zero bytes before the first
    revision bigint not null  -- goes up by one with every transaction that people can see the result of
);
insert into head (id, position, hash, revision) values (1, 0, decode(repeat('00', 32), 'hex'), 0);

-- The instance: everything a province may change without a new program.

create table setting (
    key   text collate "C" primary key,
    value text not null  -- JSON
);

create table agency (
    key      text collate "C" primary key,
    position bigint not null,  -- order in lists
    label    text not null,
    label_en text not null,
    short    text not null  -- the abbreviation people know it by
);

create table sector (
    key        text collate "C" primary key,
    position   bigint not null,  -- order in lists, and between equal counts of a recap
    label      text not null,
    label_en   text not null,
    keywords   text not null default '[]',  -- JSON list of words a citizen might search by
    sensitive  bigint not null default 0 check (sensitive in (0, 1)),  -- small crossed counts are merged
    agency_key text collate "C" references agency (key)  -- who usually answers
);

create table region (
    code        text collate "C" primary key,  -- of the home ministry: 72, 72.01, 72.01.01, 72.01.01.2001
    parent_code text collate "C" references region (code),
    level       text not null,  -- province, regency, district, village
    name        text not null
);
create index region_parent_code on region (parent_code);

create table regulation_profile (
    key        text collate "C" primary key,  -- sp4n-2018, uu-14-2008
    subject    text not null,  -- complaint or information_request: whose clocks it sets
    valid_from text collate "C" not null,  -- local day; the latest one not after a day applies to it
    confirmed  bigint not null check (confirmed in (0, 1)),
    body       text not null  -- JSON
);

create table holiday (
    date      text collate "C" not null,
    category  text not null,  -- public_holiday or joint_leave
    name      text not null,
    estimated bigint not null default 0 check (estimated in (0, 1)),
    primary key (date, name)
);

-- Complaints. What may have to be erased lies in the tables beside this one.

create table complaint (
    id             bigint generated always as identity primary key,
    code           text collate "C" unique,  -- public tracking code
    external_id    text collate "C",  -- the id in the system it was imported from
    channel        text collate "C" not null,
    class          text collate "C" not null,
    sector_key     text collate "C" references sector (key),
    agency_key     text collate "C" references agency (key),
    region_code    text collate "C" references region (code),  -- as exact as known
    regency_code   text collate "C" references region (code),  -- what the recap counts by
    stage          text collate "C" not null,
    stage_since    text collate "C" not null,  -- local day on which the stage began
    archive_reason text,
    supervisory    bigint not null check (supervisory in (0, 1)),
    sealed         bigint not null check (sealed in (0, 1)),
    anonymous      bigint not null check (anonymous in (0, 1)),
    confidential   bigint not null check (confidential in (0, 1)),
    published      bigint not null check (published in (0, 1)),
    received_on    text collate "C" not null,
    received_at    bigint not null,
    month          text collate "C" not null,  -- of received_on
    event_date     text collate "C",  -- when it happened, by the reporter's account
    answered_on    text collate "C",  -- first answer; the pace of answering is measured by it
    closed_on      text collate "C",  -- while it is closed
    secret_hash    bytea,  -- of the receipt's secret; the secret itself is never stored
    version        bigint not null default 1,  -- goes up with every change, so that two editors notice each other
    unique (channel, external_id)
);
create index complaint_stage_received_on on complaint (stage, received_on, id);
create index complaint_agency_key_stage on complaint (agency_key, stage);

-- The reporter's words and place. Erasing deletes this row: with the salt gone, the hash in the
-- filing event can no longer be tried against guesses, and the chain still checks.
create table complaint_text (
    complaint_id bigint primary key references complaint (id),
    title        text not null,
    content      text not null,
    place_words  text,
    latitude     double precision,  -- degrees, WGS 84
    longitude    double precision,
    salt         bytea not null
);

-- Who reported, sealed with a key that is not in the database (UU 27/2022: kept apart, erasable).
create table identity (
    complaint_id bigint primary key references complaint (id),
    sealed       bytea not null
);

-- One row for each time a complaint stood in one cell of the recap. The ledger below can be recounted from it.
create table spell (
    id           bigint generated always as identity primary key,
    complaint_id bigint not null references complaint (id),
    stage        text collate "C" not null,
    sector_key   text collate "C",
    agency_key   text collate "C",
    regency_code text collate "C",
    class        text collate "C" not null,
    channel      text collate "C" not null,
    month        text collate "C" not null,
    started_on   text collate "C" not null,
    ended_on     text collate "C",  -- the local day on which it no longer stood there; null while it does
    check (ended_on is null or ended_on >= started_on)
);
create unique index spell_open on spell (complaint_id) where ended_on is null;
create index spell_complaint_id on spell (complaint_id, started_on);
create index spell_started_on on spell (started_on, ended_on);

-- Events: one chain, never edited. `body` holds no erasable text, only salted hashes of it.

create table event (
    position     bigint primary key,
    complaint_id bigint references complaint (id),
    at           bigint not null,
    day          text collate "C" not null,  -- the local day from which it takes effect
    actor        text not null,
    kind         text collate "C" not null,
    body         text not null,  -- JSON, hashed byte for byte as it stands
    previous     bytea not null,
    hash         bytea not null
);
create index event_complaint_id on event (complaint_id, position);

create table event_text (
    event_position bigint not null references event (position),
    name           text not null,
    salt           bytea not null,
    text           text not null,
    primary key (event_position, name)
);

-- The recap's ledger of movements: how many complaints entered (+) or left (−) a cell on a local day.
-- '' stands for a missing key. `revision` is that of the last change, so that servers load only what is new.
create table cell (
    day          text collate "C" not null,
    stage        text collate "C" not null,
    sector_key   text collate "C" not null,
    agency_key   text collate "C" not null,
    regency_code text collate "C" not null,
    class        text collate "C" not null,
    channel      text collate "C" not null,
    month        text collate "C" not null,
    count        bigint not null,
    revision     bigint not null,
    primary key (day, stage, sector_key, agency_key, regency_code, class, channel, month)
);
create index cell_revision on cell (revision);

-- Answers and closures by working days taken, so that medians are sums too. Rebuilt when holidays change.
create table pace (
    kind         text collate "C" not null,  -- answered or closed
    working_days bigint not null,
    day          text collate "C" not null,
    sector_key   text collate "C" not null,
    agency_key   text collate "C" not null,
    regency_code text collate "C" not null,
    class        text collate "C" not null,
    channel      text collate "C" not null,
    month        text collate "C" not null,
    count        bigint not null,
    revision     bigint not null,
    primary key (kind, day, working_days, sector_key, agency_key, regency_code, class, channel, month)
);
create index pace_revision on pace (revision);

-- Files. A row is made before the first byte; the file is synced before the commit that says `ready`.
create table upload (
    id             text collate "C" primary key,  -- random, and the right to use the file
    name           text not null,  -- as the reporter called it
    size           bigint not null,  -- announced bytes
    received       bigint not null default 0,  -- bytes on disk so far: where the next piece starts
    media_type     text,  -- by content, once ready
    stored_size    bigint,  -- after re-encoding
    stored_name    text collate "C",
    sha256         bytea,  -- of the stored file
    complaint_id   bigint references complaint (id),
    event_position bigint references event (position),
    state          text not null,  -- open, ready, attached
    created_at     bigint not null,
    finished_at    bigint
);
create index upload_complaint_id on upload (complaint_id);
create index upload_state_created_at on upload (state, created_at);

-- The first answer to a request, given again when the request is repeated. `body` leaves out the receipt's
-- secret, which is computed again from the key.
create table idempotency (
    key          text collate "C" primary key,
    scope        text not null,
    request_hash bytea not null,
    status       bigint not null,
    body         text not null,
    created_at   bigint not null
);
create index idempotency_created_at on idempotency (created_at);

-- Imports stage their rows first, so that the applying transaction is short.
create table import_batch (
    id         text collate "C" primary key,
    file_name  text not null,
    sha256     bytea not null,
    at         bigint not null,
    line_count bigint not null,
    new_count  bigint not null
);

create table import_staging (
    batch text collate "C" not null,  -- a batch is entered in import_batch only when applied
    line  bigint not null,
    body  text not null,  -- JSON
    primary key (batch, line)
);
