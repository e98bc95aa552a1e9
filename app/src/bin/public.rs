//! The bundle that citizens load.

fn main() {
    app::start_public();
}
