-- Who follows a published complaint by mail. The mark is the address, keyed: the same person cannot be entered twice, and
-- the links in their mail hold it.
create table follower (
    mark         text primary key,
    complaint_id integer not null references complaint (id),
    sealed       blob not null,  -- the address
    confirmed    integer not null default 0 check (confirmed in (0, 1)),
    made_at      integer not null
) strict, without rowid;
create index follower_complaint_id on follower (complaint_id);
create index follower_unconfirmed on follower (made_at) where confirmed = 0;
alter table message add column follower text references follower (mark);
create index message_of_follower on message (follower) where follower is not null;
