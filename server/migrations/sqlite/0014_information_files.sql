-- Files of entries. One belongs to every version from that which it was added in up to the one before it was removed.
create table information_file (
    id             text primary key,  -- random
    information_id integer not null references information (id),
    name           text    not null,
    size           integer not null,  -- bytes announced
    media_type     text,              -- by content, once whole
    sha256         blob,
    state          text    not null,  -- open, ready
    added_in       integer not null,  -- the number of a version
    removed_in     integer,
    created_at     integer not null
) strict, without rowid;
create index information_file_entry on information_file (information_id, added_in);
create index information_file_open on information_file (created_at) where state = 'open';
create index information_stage on information (stage, changed_at, id);
-- Every file that lies in the store, whoever it belongs to.
create view stored_file as
    select id, stored_name, sha256, state from upload where state <> 'open'
    union all
    select id, id as stored_name, sha256, 'attached' as state from information_file where state = 'ready';
