-- Entries of the Daftar Informasi Publik as they are worked on.
create table information (
    id            bigint generated always as identity primary key,
    version       bigint not null default 1,  -- goes up with every change
    stage         text collate "C"    not null,            -- of the newest version: draft, checked, published, withdrawn
    newest        bigint not null,            -- its number
    public_number bigint,                     -- of the version that everyone reads
    withdrawn_on  text collate "C",
    reason        text,                        -- why it was sent back or withdrawn
    agency_key    text collate "C"    not null references agency (key),  -- of the newest version
    changed_on    text collate "C"    not null,
    changed_at    bigint not null
);
create index information_changed on information (changed_at, id);
create index information_agency on information (agency_key, changed_at, id);
-- What each version says. Versions that were public once stay; the newest is written over until it is public.
create table information_version (
    information_id bigint not null references information (id),
    number         bigint not null,  -- within the entry, from 1
    title          text    not null,
    summary        text    not null,
    category       text collate "C"    not null,
    agency_key     text collate "C"    not null references agency (key),
    official       text    not null,
    made_on        text collate "C"    not null,
    made_at        text,
    forms          text    not null,  -- words with spaces between them
    keep_until     text collate "C",
    topic          text collate "C",
    plain          text,
    local          text,
    link           text,
    published_on   text collate "C",
    published_at   bigint,
    primary key (information_id, number)
);
-- What is public now, to be listed: one row for each entry that everyone reads.
create table information_public (
    information_id bigint primary key references information (id),
    number         bigint not null,
    category       text collate "C"    not null,
    agency_key     text collate "C"    not null references agency (key),
    year           bigint not null,  -- in which it was made
    topic          text collate "C",
    published_at   bigint not null
);
create index information_public_newest on information_public (published_at, information_id);
create index information_public_newest_category on information_public (category, published_at, information_id);
create index information_public_category on information_public (category, information_id);
create index information_public_agency on information_public (agency_key, information_id);
create index information_public_year on information_public (year, information_id);
create index information_public_topic on information_public (topic, information_id) where topic is not null;
-- Words of what is public, to be searched for.
create table information_search (
    information_id bigint primary key references information_public (information_id),
    words          tsvector not null
);
create index information_search_words on information_search using gin (words);
