-- Accounts, agencies and sectors are kept from the pages.

-- Goes up with every change, so that two keepers notice each other.
alter table account add column version bigint not null default 1;
-- What is not disposed to or filed under any more, and stays in all figures.
alter table agency add column retired bigint not null default 0 check (retired in (0, 1));
alter table sector add column retired bigint not null default 0 check (retired in (0, 1));
-- What people have in hand.
create index complaint_assigned_to on complaint (assigned_to) where assigned_to is not null;
