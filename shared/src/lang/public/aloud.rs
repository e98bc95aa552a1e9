use crate::lang::table::{reached_by, table};

table! {
/// Texts of reading a page aloud.
pub struct AloudTexts {
    /// Begins.
    pub open: &'static str,
    /// Name of the bar with what one may do meanwhile.
    pub bar: &'static str,
    /// Rests.
    pub pause: &'static str,
    /// Goes on after a rest.
    pub go_on: &'static str,
    /// Back to the part before.
    pub before: &'static str,
    /// On to the next part.
    pub next: &'static str,
    /// Reads slowly.
    pub slowly: &'static str,
    /// Ends.
    pub stop: &'static str,
    /// Where the reading is, `{n}` of `{all}`.
    pub progress: &'static str,
    /// That everything has been read.
    pub done: &'static str,
    /// That the phone's voice failed.
    pub failed: &'static str,
    /// Said before a button's label.
    pub button: &'static str,
}
}

const ID: AloudTexts = AloudTexts {
    open: "Bacakan halaman ini",
    bar: "Pembacaan halaman",
    pause: "Jeda",
    go_on: "Lanjutkan",
    before: "Bagian sebelumnya",
    next: "Bagian berikutnya",
    slowly: "Pelan",
    stop: "Berhenti membacakan",
    progress: "Bagian {n} dari {all}",
    done: "Selesai dibacakan",
    failed: "Suara di perangkat ini tidak dapat dipakai.",
    button: "Tombol",
};

const EN: AloudTexts = AloudTexts {
    open: "Read this page aloud",
    bar: "Reading aloud",
    pause: "Pause",
    go_on: "Go on",
    before: "Part before",
    next: "Next part",
    slowly: "Slowly",
    stop: "Stop reading",
    progress: "Part {n} of {all}",
    done: "Read to the end",
    failed: "This device's voice cannot be used.",
    button: "Button",
};

reached_by! {
    /// Texts of reading a page aloud.
    aloud: AloudTexts
}
