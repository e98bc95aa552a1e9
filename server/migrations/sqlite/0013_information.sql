-- Entries of the Daftar Informasi Publik as they are worked on.
create table information (
    id            integer primary key,
    version       integer not null default 1,  -- goes up with every change
    stage         text    not null,            -- of the newest version: draft, checked, published, withdrawn
    newest        integer not null,            -- its number
    public_number integer,                     -- of the version that everyone reads
    withdrawn_on  text,
    reason        text,                        -- why it was sent back or withdrawn
    agency_key    text    not null references agency (key),  -- of the newest version
    changed_on    text    not null,
    changed_at    integer not null
) strict;
create index information_changed on information (changed_at, id);
create index information_agency on information (agency_key, changed_at, id);
-- What each version says. Versions that were public once stay; the newest is written over until it is public.
create table information_version (
    information_id integer not null references information (id),
    number         integer not null,  -- within the entry, from 1
    title          text    not null,
    summary        text    not null,
    category       text    not null,
    agency_key     text    not null references agency (key),
    official       text    not null,
    made_on        text    not null,
    made_at        text,
    forms          text    not null,  -- words with spaces between them
    keep_until     text,
    topic          text,
    plain          text,
    local          text,
    link           text,
    published_on   text,
    published_at   integer,
    primary key (information_id, number)
) strict, without rowid;
-- What is public now, to be listed: one row for each entry that everyone reads.
create table information_public (
    information_id integer primary key references information (id),
    number         integer not null,
    category       text    not null,
    agency_key     text    not null references agency (key),
    year           integer not null,  -- in which it was made
    topic          text,
    published_at   integer not null
) strict;
create index information_public_newest on information_public (published_at, information_id);
create index information_public_newest_category on information_public (category, published_at, information_id);
create index information_public_category on information_public (category, information_id);
create index information_public_agency on information_public (agency_key, information_id);
create index information_public_year on information_public (year, information_id);
create index information_public_topic on information_public (topic, information_id) where topic is not null;
-- Words of what is public, to be searched for.
create virtual table information_search using fts5 (
    title, words,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
