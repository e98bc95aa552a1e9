//! The site map of the PPID's pages. Their code comes when one of them is first opened: whoever works on complaints alone
//! never loads it.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::evidence::evidence_page;
use crate::information::consequence::{consequence_list_page, consequence_page, new_consequence_page};
use crate::information::desk::{
    entry_page, information_board_page, information_import_page, information_list_page, new_page,
};
use crate::request::{enter_page, letter_page, request_list_page, request_page};
use crate::shell::not_found::not_found_page;

/// A page of theirs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PpidPlace {
    Entries,
    NewEntry,
    Board,
    Import,
    Evidence,
    Tests,
    NewTest,
    Test,
    Entry,
    Requests,
    NewRequest,
    Request,
    Letter,
}

/// The page of an address, where it is theirs.
pub fn place_of(path: &str) -> Option<PpidPlace> {
    let words: Vec<&str> = path.split('/').filter(|word| !word.is_empty()).collect();
    Some(match words.as_slice() {
        ["petugas", "informasi"] => PpidPlace::Entries,
        ["petugas", "informasi", "baru"] => PpidPlace::NewEntry,
        ["petugas", "informasi", "kelengkapan"] => PpidPlace::Board,
        ["petugas", "informasi", "impor"] => PpidPlace::Import,
        ["petugas", "informasi", "bukti"] => PpidPlace::Evidence,
        ["petugas", "informasi", "uji"] => PpidPlace::Tests,
        ["petugas", "informasi", "uji", "baru"] => PpidPlace::NewTest,
        ["petugas", "informasi", "uji", _] => PpidPlace::Test,
        ["petugas", "informasi", _] => PpidPlace::Entry,
        ["petugas", "permohonan"] => PpidPlace::Requests,
        ["petugas", "permohonan", "baru"] => PpidPlace::NewRequest,
        ["petugas", "permohonan", _] => PpidPlace::Request,
        ["petugas", "permohonan", _, "surat", _] => PpidPlace::Letter,
        _ => return None,
    })
}

/// The page of the present address.
pub fn ppid_page() -> AnyView {
    let page = match place_of(&use_location().pathname.get_untracked()) {
        Some(PpidPlace::Entries) => information_list_page(),
        Some(PpidPlace::NewEntry) => new_page(),
        Some(PpidPlace::Board) => information_board_page(),
        Some(PpidPlace::Import) => information_import_page(),
        Some(PpidPlace::Evidence) => evidence_page(),
        Some(PpidPlace::Tests) => consequence_list_page(),
        Some(PpidPlace::NewTest) => new_consequence_page(),
        Some(PpidPlace::Test) => consequence_page(),
        Some(PpidPlace::Entry) => entry_page(),
        Some(PpidPlace::Requests) => request_list_page(),
        Some(PpidPlace::NewRequest) => enter_page(),
        Some(PpidPlace::Request) => request_page(),
        Some(PpidPlace::Letter) => letter_page(),
        None => return not_found_page(),
    };
    page.any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_their_pages() {
        let check = |path: &str, expected: Option<PpidPlace>| assert!(place_of(path) == expected, "{path}");
        check("/petugas/informasi", Some(PpidPlace::Entries));
        check("/petugas/informasi/baru", Some(PpidPlace::NewEntry));
        check("/petugas/informasi/impor", Some(PpidPlace::Import));
        check("/petugas/informasi/kelengkapan", Some(PpidPlace::Board));
        check("/petugas/informasi/bukti", Some(PpidPlace::Evidence));
        check("/petugas/informasi/7", Some(PpidPlace::Entry));
        check("/petugas/informasi/uji", Some(PpidPlace::Tests));
        check("/petugas/informasi/uji/baru", Some(PpidPlace::NewTest));
        check("/petugas/informasi/uji/7", Some(PpidPlace::Test));
        check("/petugas/permohonan", Some(PpidPlace::Requests));
        check("/petugas/permohonan/baru", Some(PpidPlace::NewRequest));
        check("/petugas/permohonan/PI-2026-00012", Some(PpidPlace::Request));
        check("/petugas/permohonan/PI-2026-00012/surat/1", Some(PpidPlace::Letter));
        check("/petugas/permohonan/PI-2026-00012/surat", None);
        check("/petugas/pesan", None);
    }
}
