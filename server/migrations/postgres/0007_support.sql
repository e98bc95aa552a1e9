-- "I have this too": which phones have said so of a published complaint. A phone's mark is another one for each complaint.
create table support (
    complaint_id bigint not null references complaint (id),
    mark         text collate "C" not null,
    day          text collate "C" not null,
    primary key (complaint_id, mark)
);
-- What is published, to be found again before somebody files the same.
create index complaint_published on complaint (regency_code, received_on) where published = 1;
