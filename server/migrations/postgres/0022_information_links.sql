-- What the links of public entries last answered.
create table information_link (
    information_id bigint primary key references information (id),
    link           text   not null,  -- that was asked; another one in the entry has not been yet
    answer         text collate "C" not null,
    status         bigint,           -- of the answer, where there was one
    failures       bigint not null,  -- rounds on different days, one after the other, in which it failed
    asked_on       text collate "C" not null,
    asked_at       bigint not null
);
