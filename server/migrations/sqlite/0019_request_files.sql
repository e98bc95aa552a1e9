-- Files of what a request is granted. One is held back until somebody says that the applicant is given it.
create table request_file (
    id              text    primary key,  -- random
    request_id      integer not null references information_request (id),
    name            text    not null,
    size            integer not null,  -- bytes, announced or there
    media_type      text,              -- by content, once whole
    sha256          blob,
    stored_name     text    not null,  -- the name on the disk
    state           text    not null,  -- open, held, given
    given_as        text,              -- whole, covered, blackened, checked, no_text_layer
    parts           integer not null default 0,  -- boxes, passages, or words that were looked for
    original_name   text,              -- the name on the disk of what lies under the black, sealed
    original_sha256 blob,
    created_at      integer not null
) strict, without rowid;
-- Documents of identity, sealed. What they are called is sealed with who asks.
create table applicant_document (
    id          text    primary key,  -- random; who asks names it
    request_id  integer not null unique references information_request (id),
    stored_name text    not null,     -- the name on the disk
    sha256      blob    not null      -- of what lies there
) strict, without rowid;
create index request_file_request on request_file (request_id, created_at, id);
create index request_file_open on request_file (created_at) where state = 'open';
create index request_file_stored on request_file (stored_name);
create index request_file_original on request_file (original_name) where original_name is not null;
-- Backups name files as they lie on the disk.
create index applicant_document_stored on applicant_document (stored_name);
create index upload_stored on upload (stored_name) where stored_name is not null;
drop view stored_file;
create view stored_file as
    select id, stored_name, sha256, state from upload where state <> 'open'
    union all
    select id, id as stored_name, sha256, 'attached' as state from information_file where state = 'ready'
    union all
    select id, stored_name, sha256, 'attached' as state from request_file where state <> 'open'
    union all
    select id || '-original' as id, original_name as stored_name, original_sha256 as sha256, 'attached' as state
    from request_file where original_name is not null
    union all
    select id, stored_name, sha256, 'attached' as state from applicant_document;
