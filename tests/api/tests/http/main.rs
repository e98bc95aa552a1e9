//! One program for all tests, so that it is linked once.

// What cannot be unwrapped is what the test would fail of.
#![allow(clippy::unwrap_used)]

mod reporter {
    mod filing;
    mod following;
    mod notices;
    mod repeating;
    mod request_notices;
    mod requesting;

    mod acting;
    mod closing;
    mod racing;
    mod uploading;

    mod plain_acting;
    mod plain_filing;
    mod plain_offering;
    mod plain_requesting;
}

mod stranger {
    mod authorisation;
    mod bad_bodies;
    mod bad_fields;
    mod bad_files;
    mod guessing;
    mod headers;
    mod plain_forms;
}

mod staff {
    mod answering;
    mod approving;
    mod authorisation;
    mod checking;
    mod consequence;
    mod consequence_secrets;
    mod desk;
    mod entering;
    mod erasing;
    mod evidence;
    mod figures;
    mod inbox;
    mod informing;
    mod informing_files;
    mod informing_import;
    mod keeping;
    mod lapor;
    mod life;
    mod linking;
    mod merging;
    mod objecting;
    mod photos;
    mod publishing;
    mod registering;
    mod request_black;
    mod request_entering;
    mod request_erasing;
    mod request_files;
    mod request_identity;
    mod request_telling;
    mod requests;
    mod secrets;
    mod signing_in;
    mod telling;
    mod turning;
    mod walking;
}

mod public {
    mod exports;
    mod following;
    mod information;
    mod pages;
    mod recap;
    mod reporting;
    mod small_cells;
    mod stream;
    mod support;
    mod waiting;
    mod whole;
}

mod operator {
    mod backup;
    mod disk;
    mod excluded;
    mod import;
    mod import_faults;
    mod kills;
    mod privacy;
    mod running;
    mod trouble;
    mod verify;
}
