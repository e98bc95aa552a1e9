-- Under which id a complaint stands in LAPOR!, wherever it came from.
alter table complaint add column lapor_id text;
update complaint set lapor_id = external_id where channel = 'lapor';
create unique index complaint_lapor_id on complaint (lapor_id) where lapor_id is not null;
