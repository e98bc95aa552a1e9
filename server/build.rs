//! Has the server built again when its pages have changed: a release carries them inside.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // A debug build reads them from the disk as they are.
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=../dist");
    }
}
