//! Stories: what people do with the released server in a real browser, from beginning to end.

mod filing;
mod form;
mod keeping;
mod keyboard;
mod keyboard_pages;
mod tracking;

mod covering;
mod drafts;
mod offline;
mod photos;
mod published;
mod storm;
mod worker;

mod answers;
mod blackened;
mod companion;
mod copies;
mod counter;
mod desk;
mod excluding;
mod figures;
mod import;
mod informing;
mod listing;
mod live;
mod protection;
mod recap;
mod told;
mod turned;

mod accessibility;
mod aloud;
mod forced;
mod look;
mod navigation;
mod offered;
mod outlines;
mod plain;
mod requesting;
mod room;
mod served;
