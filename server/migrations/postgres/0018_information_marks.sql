-- Marks of public information beside its words, so that filters are looked up with the words.
update information_search s
set words = s.words
    || ('=c' || encode(convert_to(p.category, 'UTF8'), 'hex')
        || ' =a' || encode(convert_to(p.agency_key, 'UTF8'), 'hex')
        || ' =y' || encode(convert_to(cast(p.year as text), 'UTF8'), 'hex')
        || coalesce(' =t' || encode(convert_to(p.topic, 'UTF8'), 'hex'), '')
        || replace(' ' || v.forms, ' ', ' =f'))::tsvector
from information_public p
    join information_version v on v.information_id = p.information_id and v.number = p.number
where p.information_id = s.information_id;
