-- Under which id a complaint stands in LAPOR!, wherever it came from.
alter table complaint add column lapor_id text;
update complaint set lapor_id = external_id where channel = 'lapor';
create unique index complaint_lapor_id on complaint (lapor_id) where lapor_id is not null;

-- What exports of LAPOR! have told: how far each case is there. Nothing of what people wrote.
create table lapor_case (
    lapor_id    text primary key,
    stage       text not null,  -- our word for it
    status      text not null,  -- theirs
    received_on text not null,
    told_on     text not null,  -- local day of the first export that had it
    stage_since text not null   -- local day since which exports tell this stage
) strict, without rowid;
create index lapor_case_received_on on lapor_case (stage, received_on);
