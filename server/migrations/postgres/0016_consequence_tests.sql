-- Uji konsekuensi: what is proposed to be excluded from public information. Most of it is what must not be told.
create table consequence_test (
    id              bigint generated always as identity primary key,
    version         bigint not null default 1,  -- goes up with every change
    stage           text collate "C"    not null,            -- proposed, considered, decided, to_review, withdrawn
    ends_on         text collate "C",            -- the last day of the term; nothing where it is not excluded
    agency_key      text collate "C"    not null references agency (key),
    public_title    text    not null,
    document        text    not null,
    information     text    not null,
    law             text    not null,
    consequence     text    not null,
    interest        text    not null,
    until_on        text collate "C"    not null,            -- as proposed
    proposer        text    not null,
    considered_on   text collate "C",
    considered_by   text,                        -- names, one a line
    considered_said text,
    reason          text,                        -- why it was sent back or withdrawn
    changed_on      text collate "C"    not null,
    changed_at      bigint not null
);
create index consequence_test_changed on consequence_test (changed_at, id);
create index consequence_test_agency on consequence_test (agency_key, changed_at, id);
create index consequence_test_stage on consequence_test (stage, changed_at, id);
create index consequence_test_ends on consequence_test (ends_on, id) where stage = 'decided' and ends_on is not null;
-- What was decided, each with the consideration that it rests on. Rows are never changed.
create table consequence_decision (
    test_id         bigint not null references consequence_test (id),
    place           bigint not null,  -- within the test, from 1
    number          text    not null,
    decided_on      text collate "C"    not null,
    until_on        text collate "C",              -- the last day of the term; open where there is none
    considered_on   text collate "C"    not null,
    considered_by   text    not null,
    considered_said text    not null,
    primary key (test_id, place)
);
-- The Daftar Informasi yang Dikecualikan: all that everyone may read, and nothing else. What is not excluded has no row.
create table excluded_information (
    test_id    bigint primary key references consequence_test (id),
    stage      text collate "C"    not null,  -- decided, to_review
    title      text    not null,
    agency_key text collate "C"    not null references agency (key),
    law        text    not null,
    number     text    not null,
    decided_on text collate "C"    not null,
    until_on   text collate "C"    not null
);
