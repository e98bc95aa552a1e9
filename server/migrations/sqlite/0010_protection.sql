-- Breaches of personal data, with what their notice must say.
create table breach (
    id       integer primary key,
    version  integer not null default 1,
    found_at integer not null,
    data     text    not null,
    course   text    not null,
    remedy   text    not null,
    people   integer not null,
    told_at  integer
) strict;
-- Who read whose identity.
create index event_identity_read on event (position) where kind = 'identity_read';
-- What the figures for the staff count.
create index event_done on event (day) where kind in ('answered', 'refused', 'reopened');
