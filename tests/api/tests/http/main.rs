//! One program for all tests, so that it is linked once.

mod reporter {
    mod filing;
    mod following;
    mod repeating;

    mod acting;
    mod uploading;
}

mod stranger {
    mod authorisation;
    mod bad_bodies;
    mod bad_fields;
    mod bad_files;
    mod guessing;
    mod headers;
}
