-- Words and marks of public information, so that filters are looked up with the words. Where in a text a word stands is not
-- kept; beginnings of up to twelve letters are.
drop table information_search;
create virtual table information_search using fts5 (
    words,
    content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3 4 5 6 7 8 9 10 11 12'
);
insert into information_search (rowid, words)
select p.information_id, v.title || ' ' || v.summary || ' ' || coalesce(v.topic, '') || ' ' || coalesce(v.plain, '')
    || ' ' || char(57344) || 'c' || hex(p.category) || ' ' || char(57344) || 'a' || hex(p.agency_key)
    || ' ' || char(57344) || 'y' || hex(p.year) || coalesce(' ' || char(57344) || 't' || hex(p.topic), '')
    || replace(' ' || v.forms, ' ', ' ' || char(57344) || 'f')
from information_public p
    join information_version v on v.information_id = p.information_id and v.number = p.number;
drop index information_public_category;
drop index information_public_agency;
drop index information_public_year;
drop index information_public_topic;
