-- The house: settings, complaints, their events, the recap's ledgers, uploads and imports.
--
-- Conventions, the same in both engines, so that one SQL text serves both:
--   whole numbers are 64 bits wide; yes and no are 1 and 0
--   a local day is text 'YYYY-MM-DD', a month 'YYYY-MM': they sort and compare as text
--   a moment (`…_at`) is whole milliseconds since 1970 in UTC
--   structured values are JSON in a text column; bytes are blobs
--   a column is null when the fact is missing; only the ledgers write '' instead, since their keys may not be null
-- Codes (stage, class, channel, …) are the snake_case codes of the crate `shared`, which reads them strictly.

-- The one row that serialises the chain of events. It is locked last in a transaction.
create table head (
    id       integer primary key check (id = 1),
    position integer not null,  -- of the last event; 0 before the first
    hash     blob    not null,  -- of the last event; 32 zero bytes before the first
    revision integer not null   -- goes up by one with every transaction that people can see the result of
) strict;
insert into head (id, position, hash, revision) values (1, 0, zeroblob(32), 0);

-- The instance: everything a province may change without a new program.

create table setting (
    key   text primary key,
    value text not null  -- JSON
) strict, without rowid;

create table agency (
    key      text primary key,
    position integer not null,  -- order in lists
    label    text    not null,
    label_en text    not null,
    short    text    not null   -- the abbreviation people know it by
) strict, without rowid;

create table sector (
    key        text primary key,
    position   integer not null,  -- order in lists, and between equal counts of a recap
    label      text    not null,
    label_en   text    not null,
    keywords   text    not null default '[]',  -- JSON list of words a citizen might search by
    sensitive  integer not null default 0 check (sensitive in (0, 1)),  -- small crossed counts are merged
    agency_key text    references agency (key)  -- who usually answers
) strict, without rowid;

create table region (
    code        text primary key,  -- of the home ministry: 72, 72.01, 72.01.01, 72.01.01.2001
    parent_code text references region (code),
    level       text not null,     -- province, regency, district, village
    name        text not null
) strict, without rowid;
create index region_parent_code on region (parent_code);

create table regulation_profile (
    key        text primary key,  -- sp4n-2018, uu-14-2008
    subject    text    not null,  -- complaint or information_request: whose clocks it sets
    valid_from text    not null,  -- local day; the latest one not after a day applies to it
    confirmed  integer not null check (confirmed in (0, 1)),
    body       text    not null   -- JSON
) strict, without rowid;

create table holiday (
    date      text not null,
    category  text not null,  -- public_holiday or joint_leave
    name      text not null,
    estimated integer not null default 0 check (estimated in (0, 1)),
    primary key (date, name)
) strict, without rowid;

-- Complaints. What may have to be erased lies in the tables beside this one.

create table complaint (
    id             integer primary key,
    code           text unique,       -- public tracking code
    external_id    text,              -- the id in the system it was imported from
    channel        text    not null,
    class          text    not null,
    sector_key     text    references sector (key),
    agency_key     text    references agency (key),
    region_code    text    references region (code),  -- as exact as known
    regency_code   text    references region (code),  -- what the recap counts by
    stage          text    not null,
    stage_since    text    not null,  -- local day on which the stage began
    archive_reason text,
    supervisory    integer not null check (supervisory in (0, 1)),
    sealed         integer not null check (sealed in (0, 1)),
    anonymous      integer not null check (anonymous in (0, 1)),
    confidential   integer not null check (confidential in (0, 1)),
    published      integer not null check (published in (0, 1)),
    received_on    text    not null,
    received_at    integer not null,
    month          text    not null,  -- of received_on
    event_date     text,              -- when it happened, by the reporter's account
    answered_on    text,              -- first answer; the pace of answering is measured by it
    closed_on      text,              -- while it is closed
    secret_hash    blob,              -- of the receipt's secret; the secret itself is never stored
    version        integer not null default 1,  -- goes up with every change, so that two editors notice each other
    unique (channel, external_id)
) strict;
create index complaint_stage_received_on on complaint (stage, received_on, id);
create index complaint_agency_key_stage on complaint (agency_key, stage);

-- The reporter's words and place. Erasing deletes this row: with the salt gone, the hash in the
-- filing event can no longer be tried against guesses, and the chain still checks.
create table complaint_text (
    complaint_id integer primary key references complaint (id),
    title        text not null,
    content      text not null,
    place_words  text,
    latitude     real,  -- degrees, WGS 84
    longitude    real,
    salt         blob not null
) strict;

-- Who reported, sealed with a key that is not in the database (UU 27/2022: kept apart, erasable).
create table identity (
    complaint_id integer primary key references complaint (id),
    sealed       blob not null
) strict;

-- One row for each time a complaint stood in one cell of the recap. The ledger below can be recounted from it.
create table spell (
    id           integer primary key,
    complaint_id integer not null references complaint (id),
    stage        text not null,
    sector_key   text,
    agency_key   text,
    regency_code text,
    class        text not null,
    channel      text not null,
    month        text not null,
    started_on   text not null,
    ended_on     text,  -- the local day on which it no longer stood there; null while it does
    check (ended_on is null or ended_on >= started_on)
) strict;
create unique index spell_open on spell (complaint_id) where ended_on is null;
create index spell_complaint_id on spell (complaint_id, started_on);
create index spell_started_on on spell (started_on, ended_on);

-- Events: one chain, never edited. `body` holds no erasable text, only salted hashes of it.

create table event (
    position     integer primary key,
    complaint_id integer references complaint (id),
    at           integer not null,
    day          text    not null,  -- the local day from which it takes effect
    actor        text    not null,
    kind         text    not null,
    body         text    not null,  -- JSON, hashed byte for byte as it stands
    previous     blob    not null,
    hash         blob    not null
) strict;
create index event_complaint_id on event (complaint_id, position);

create table event_text (
    event_position integer not null references event (position),
    name           text    not null,
    salt           blob    not null,
    text           text    not null,
    primary key (event_position, name)
) strict, without rowid;

-- The recap's ledger of movements: how many complaints entered (+) or left (−) a cell on a local day.
-- '' stands for a missing key. `revision` is that of the last change, so that servers load only what is new.
create table cell (
    day          text    not null,
    stage        text    not null,
    sector_key   text    not null,
    agency_key   text    not null,
    regency_code text    not null,
    class        text    not null,
    channel      text    not null,
    month        text    not null,
    count        integer not null,
    revision     integer not null,
    primary key (day, stage, sector_key, agency_key, regency_code, class, channel, month)
) strict, without rowid;
create index cell_revision on cell (revision);

-- Answers and closures by working days taken, so that medians are sums too. Rebuilt when holidays change.
create table pace (
    kind         text    not null,  -- answered or closed
    working_days integer not null,
    day          text    not null,
    sector_key   text    not null,
    agency_key   text    not null,
    regency_code text    not null,
    class        text    not null,
    channel      text    not null,
    month        text    not null,
    count        integer not null,
    revision     integer not null,
    primary key (kind, day, working_days, sector_key, agency_key, regency_code, class, channel, month)
) strict, without rowid;
create index pace_revision on pace (revision);

-- Files. A row is made before the first byte; the file is synced before the commit that says `ready`.
create table upload (
    id             text primary key,  -- random, and the right to use the file
    name           text    not null,  -- as the reporter called it
    size           integer not null,  -- announced bytes
    received       integer not null default 0,  -- bytes on disk so far: where the next piece starts
    media_type     text,              -- by content, once ready
    stored_size    integer,           -- after re-encoding
    stored_name    text,
    sha256         blob,              -- of the stored file
    complaint_id   integer references complaint (id),
    event_position integer references event (position),
    state          text    not null,  -- open, ready, attached
    created_at     integer not null,
    finished_at    integer
) strict, without rowid;
create index upload_complaint_id on upload (complaint_id);
create index upload_state_created_at on upload (state, created_at);

-- The first answer to a request, given again when the request is repeated. `body` leaves out the receipt's
-- secret, which is computed again from the key.
create table idempotency (
    key          text primary key,
    scope        text    not null,
    request_hash blob    not null,
    status       integer not null,
    body         text    not null,
    created_at   integer not null
) strict, without rowid;
create index idempotency_created_at on idempotency (created_at);

-- Imports stage their rows first, so that the applying transaction is short.
create table import_batch (
    id         text primary key,
    file_name  text    not null,
    sha256     blob    not null,
    at         integer not null,
    line_count integer not null,
    new_count  integer not null
) strict, without rowid;

create table import_staging (
    batch text    not null,  -- a batch is entered in import_batch only when applied
    line  integer not null,
    body  text    not null,  -- JSON
    primary key (batch, line)
) strict, without rowid;
