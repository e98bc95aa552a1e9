-- The waiting list as of a past day asks for the spells of some months of receipt, in a stage that waits, that had not
-- ended by then. The index by the first day alone also walked through everything that was ever closed.
drop index spell_started_on;
create index spell_month_stage on spell (month, stage, ended_on, started_on);
