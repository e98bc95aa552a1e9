-- The staff: who they are, what they may do, and how they are known; and what the desk needs of a complaint.

create table account (
    id           bigint generated always as identity primary key,
    name         text collate "C" not null unique,  -- what they sign in with
    full_name    text    not null,
    email        text,
    password     text,     -- Argon2id, as a PHC string; null until the invitation is accepted
    totp         bytea,     -- the second factor's key, sealed
    totp_step    bigint not null default 0,  -- the last one used: a code opens once
    active       bigint not null default 1 check (active in (0, 1)),
    created_at   bigint not null,
    signed_in_at bigint
);

create table role_held (
    id         bigint generated always as identity primary key,
    account_id bigint not null references account (id),
    role       text    not null,
    agency_key text collate "C" references agency (key)  -- the one it is held for
);
create index role_held_account_id on role_held (account_id);
create index role_held_agency_key on role_held (agency_key);

-- Only hashes of what opens anything are kept.
create table session (
    hash       bytea primary key,
    id         text collate "C" not null unique,  -- what it is called when it is to be ended
    account_id bigint not null references account (id),
    device     text    not null,  -- as the browser describes itself
    began_at   bigint not null,
    seen_at    bigint not null
);
create index session_account_id on session (account_id);

create table invitation (
    account_id bigint primary key references account (id),
    hash       bytea    not null unique,
    ends_at    bigint not null
);

create table recovery_code (
    hash       bytea primary key,
    account_id bigint not null references account (id)
);
create index recovery_code_account_id on recovery_code (account_id);

-- The last day of what the office must do next; '9999-12-31' while nothing is due, because inboxes are sorted by it.
alter table complaint add column due_on text collate "C" not null default '9999-12-31';
-- Who of the office that has it works on it.
alter table complaint add column assigned_to bigint references account (id);
create index complaint_desk on complaint (sealed, stage, due_on, id);
-- The one by agency and stage alone is the beginning of this one.
drop index complaint_agency_key_stage;
create index complaint_agency_due on complaint (agency_key, stage, due_on, id);

-- Title and content as everyone reads them, with what must not become public blacked out. Erased with the complaint.
create table publication (
    complaint_id bigint primary key references complaint (id),
    title        text not null,
    content      text not null
);
insert into publication (complaint_id, title, content)
    select t.complaint_id, t.title, t.content
    from complaint_text t join complaint c on c.id = t.complaint_id where c.published = 1;

-- Words of code, title and content, to be searched for. The words alone: what they stood in lies with the complaint.
create table complaint_search (
    complaint_id bigint primary key references complaint (id),
    words        tsvector not null
);
create index complaint_search_words on complaint_search using gin (words);
insert into complaint_search (complaint_id, words)
    select c.id, to_tsvector('simple', coalesce(c.code, '')) || to_tsvector('indonesian', t.title || ' ' || t.content)
    from complaint c join complaint_text t on t.complaint_id = c.id;
