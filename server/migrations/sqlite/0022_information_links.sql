-- What the links of public entries last answered.
create table information_link (
    information_id integer primary key references information (id),
    link           text    not null,  -- that was asked; another one in the entry has not been yet
    answer         text    not null,
    status         integer,           -- of the answer, where there was one
    failures       integer not null,  -- rounds on different days, one after the other, in which it failed
    asked_on       text    not null,
    asked_at       integer not null
) strict;
