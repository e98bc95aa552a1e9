-- The day on which what was written in a request was erased.
alter table information_request add column erased_on text;
