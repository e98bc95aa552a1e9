-- The photos of a published complaint that everyone sees. Their small version lies here: it is what a phone asks for first,
-- and it goes with the row.
create table photo (
    upload_id    text primary key references upload (id),
    complaint_id integer not null references complaint (id),
    position     integer not null,  -- among the complaint's, from 0
    covered      integer not null,  -- parts under black boxes
    words        text,              -- what is seen in it
    width        integer not null,  -- pixels of the small version
    height       integer not null,
    small        blob    not null   -- JPEG
) strict;
create index photo_complaint_id on photo (complaint_id);
-- Whether the stored file is sealed: a photo of which a covered version is public.
alter table upload add column sealed integer not null default 0 check (sealed in (0, 1));
-- The photo that this one is a covered version of. No foreign key: a backup enters rows one after the other.
alter table upload add column covers text;
