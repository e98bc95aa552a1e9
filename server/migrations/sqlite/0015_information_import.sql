-- Entries by their title, to be known again.
create index information_version_title on information_version (title, made_on);
