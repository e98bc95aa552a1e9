-- The photos of a published complaint that everyone sees. Their small version lies here: it is what a phone asks for first,
-- and it goes with the row.
create table photo (
    upload_id    text collate "C" primary key references upload (id),
    complaint_id bigint not null references complaint (id),
    position     bigint not null,  -- among the complaint's, from 0
    covered      bigint not null,  -- parts under black boxes
    words        text,              -- what is seen in it
    width        bigint not null,  -- pixels of the small version
    height       bigint not null,
    small        bytea   not null   -- JPEG
);
create index photo_complaint_id on photo (complaint_id);
-- Whether the stored file is sealed: a photo of which a covered version is public.
alter table upload add column sealed bigint not null default 0 check (sealed in (0, 1));
-- The photo that this one is a covered version of. No foreign key: a backup enters rows one after the other.
alter table upload add column covers text collate "C";
