//! The bundle of the page that shows every part. Apart from the citizens', who would have to load their own pages in
//! more and smaller parts if this one shared them.

fn main() {
    app::start_gallery();
}
