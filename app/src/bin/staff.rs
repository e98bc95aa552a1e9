//! The bundle that the staff load.

fn main() {
    app::start_staff();
}
