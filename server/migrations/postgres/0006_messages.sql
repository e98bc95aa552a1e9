-- Messages to people: what the staff see in the application, and what goes out by mail.

-- Whether the reporter is told by mail.
alter table complaint add column notices bigint not null default 0 check (notices in (0, 1));
-- How far its lateness has been told: 0 not at all, up to 4, as in reminders.
alter table complaint add column told bigint not null default 0 check (told between 0 and 4);
create index complaint_to_tell on complaint (due_on, id) where told < 4;

create table message (
    id           bigint generated always as identity primary key,
    kind         text collate "C" not null,
    complaint_id bigint references complaint (id),
    account_id   bigint references account (id),  -- to the reporter where null
    due_on       text collate "C",
    made_at      bigint not null,
    read_at      bigint,
    mail         text collate "C" not null check (mail in ('waiting', 'sent', 'none', 'given_up')),
    tries        bigint not null default 0,
    try_at       bigint not null,
    mark         text collate "C" unique  -- what is told once
);
create index message_of_account on message (account_id, id);
create index message_of_complaint on message (complaint_id);
create index message_waiting on message (try_at, id) where mail = 'waiting';
