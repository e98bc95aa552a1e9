-- The staff: who they are, what they may do, and how they are known; and what the desk needs of a complaint.

create table account (
    id           integer primary key,
    name         text    not null unique,  -- what they sign in with
    full_name    text    not null,
    email        text,
    password     text,     -- Argon2id, as a PHC string; null until the invitation is accepted
    totp         blob,     -- the second factor's key, sealed
    totp_step    integer not null default 0,  -- the last one used: a code opens once
    active       integer not null default 1 check (active in (0, 1)),
    created_at   integer not null,
    signed_in_at integer
) strict;

create table role_held (
    id         integer primary key,
    account_id integer not null references account (id),
    role       text    not null,
    agency_key text    references agency (key)  -- the one it is held for
) strict;
create index role_held_account_id on role_held (account_id);
create index role_held_agency_key on role_held (agency_key);

-- Only hashes of what opens anything are kept.
create table session (
    hash       blob primary key,
    id         text    not null unique,  -- what it is called when it is to be ended
    account_id integer not null references account (id),
    device     text    not null,  -- as the browser describes itself
    began_at   integer not null,
    seen_at    integer not null
) strict, without rowid;
create index session_account_id on session (account_id);

create table invitation (
    account_id integer primary key references account (id),
    hash       blob    not null unique,
    ends_at    integer not null
) strict;

create table recovery_code (
    hash       blob primary key,
    account_id integer not null references account (id)
) strict, without rowid;
create index recovery_code_account_id on recovery_code (account_id);

-- The last day of what the office must do next; '9999-12-31' while nothing is due, because inboxes are sorted by it.
alter table complaint add column due_on text not null default '9999-12-31';
-- Who of the office that has it works on it.
alter table complaint add column assigned_to integer references account (id);
create index complaint_desk on complaint (sealed, stage, due_on, id);
-- The one by agency and stage alone is the beginning of this one.
drop index complaint_agency_key_stage;
create index complaint_agency_due on complaint (agency_key, stage, due_on, id);

-- Title and content as everyone reads them, with what must not become public blacked out. Erased with the complaint.
create table publication (
    complaint_id integer primary key references complaint (id),
    title        text not null,
    content      text not null
) strict;
insert into publication (complaint_id, title, content)
    select t.complaint_id, t.title, t.content
    from complaint_text t join complaint c on c.id = t.complaint_id where c.published = 1;

-- Words of code, title and content, to be searched for. The words alone: what they stood in lies with the complaint.
create virtual table complaint_search using fts5 (
    code, title, content,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
insert into complaint_search (rowid, code, title, content)
    select c.id, coalesce(c.code, ''), t.title, t.content
    from complaint c join complaint_text t on t.complaint_id = c.id;
