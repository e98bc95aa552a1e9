-- Complaints of class information request that are to become requests, and those that have.
create table complaint_request (
    complaint_id bigint primary key references complaint (id),
    number       text collate "C" unique references information_request (number)  -- none while its reporter is asked for what is missing
);
-- The way a request came in.
alter table information_request add column channel text collate "C" not null default 'web';
