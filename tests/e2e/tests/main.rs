//! Stories: what people do with the released server in a real browser, from beginning to end.

mod filing;
mod form;
mod keyboard;
mod tracking;

mod drafts;
mod offline;
mod worker;

mod import;
mod live;
mod recap;

mod accessibility;
mod look;
mod navigation;
mod served;
