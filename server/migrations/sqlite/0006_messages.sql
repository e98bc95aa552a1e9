-- Messages to people: what the staff see in the application, and what goes out by mail.

-- Whether the reporter is told by mail.
alter table complaint add column notices integer not null default 0 check (notices in (0, 1));
-- How far its lateness has been told: 0 not at all, up to 4, as in reminders.
alter table complaint add column told integer not null default 0 check (told between 0 and 4);
create index complaint_to_tell on complaint (due_on, id) where told < 4;

create table message (
    id           integer primary key,
    kind         text    not null,
    complaint_id integer references complaint (id),
    account_id   integer references account (id),  -- to the reporter where null
    due_on       text,
    made_at      integer not null,
    read_at      integer,
    mail         text    not null check (mail in ('waiting', 'sent', 'none', 'given_up')),
    tries        integer not null default 0,
    try_at       integer not null,
    mark         text    unique  -- what is told once
) strict;
create index message_of_account on message (account_id, id);
create index message_of_complaint on message (complaint_id);
create index message_waiting on message (try_at, id) where mail = 'waiting';
