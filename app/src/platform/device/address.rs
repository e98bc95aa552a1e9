use leptos::prelude::window;

/// A path of this site as an address that can be sent to others.
pub fn whole_address(path: &str) -> String {
    [&window().location().origin().unwrap_or_default(), path].concat()
}
