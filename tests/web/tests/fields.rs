//! Form parts: found by role and label, tied to their hint and their problem.

use app::platform::reactive::RwSignal;
use app::platform::ui::{
    Bound, Button, Choice, Field, TextKind, button, choices, date_field, select_field, switch, text_area,
    text_field,
};
use shared::lang::Lang;
use shared::problem::Problem;
use tests_web::{Room, all, choose, description, find, leave, name, press, settle, text, type_into};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlSelectElement};

#[wasm_bindgen_test]
async fn a_line_is_named_described_and_says_what_is_wrong() {
    let problem = RwSignal::new(None);
    let field = Field::new("judul", "Judul").hint("Satu kalimat.").problem(problem);
    let room = Room::with(move || text_field(field, TextKind::Line, RwSignal::new(String::new()))).await;
    let input = find(&room, "textbox", "Judul");
    assert_eq!(name(&input), "Judul");
    assert_eq!(description(&input), "Satu kalimat.");
    assert_eq!(input.get_attribute("aria-invalid"), None);

    problem.set(Some(Problem::TooShort(5)));
    settle().await;
    let sentence = Lang::Id.problem(Problem::TooShort(5));
    assert_eq!(description(&input), format!("Satu kalimat. {sentence}"));
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));

    problem.set(None);
    settle().await;
    assert_eq!(description(&input), "Satu kalimat.");
    assert!(!text(&room.place).contains(&sentence));
}

#[wasm_bindgen_test]
async fn a_field_that_may_stay_empty_says_so() {
    let field = Field::new("nama", "Nama").optional();
    let room = Room::with(move || text_field(field, TextKind::Name, RwSignal::new(String::new()))).await;
    let input = find(&room, "textbox", "Nama");
    assert!(name(&input).ends_with(Lang::Id.shell().optional), "{}", name(&input));
    assert_eq!(input.get_attribute("autocomplete").as_deref(), Some("name"));
    assert_eq!(input.get_attribute("aria-describedby"), None);
}

#[wasm_bindgen_test]
async fn what_is_typed_arrives_and_what_changes_is_shown() {
    let (value, left) = (RwSignal::new("lama".to_owned()), RwSignal::new(0));
    let bound = move || {
        Bound::new(value, move |new| value.set(new)).when_left(move || left.update(|times| *times += 1))
    };
    let field = Field::new("judul", "Judul");
    let room = Room::with(move || text_field(field, TextKind::Line, bound())).await;
    let input = find(&room, "textbox", "Judul");
    let shown = |input: &web_sys::Element| input.unchecked_ref::<HtmlInputElement>().value();
    assert_eq!(shown(&input), "lama");
    type_into(&input, "baru").await;
    assert_eq!((value.get_untracked().as_str(), left.get_untracked()), ("baru", 0));
    leave(&input).await;
    assert_eq!(left.get_untracked(), 1);
    value.set("dari luar".to_owned());
    settle().await;
    assert_eq!(shown(&input), "dari luar");
}

#[wasm_bindgen_test]
async fn an_area_counts_characters_and_not_bytes() {
    let value = RwSignal::new(String::new());
    let room = Room::with(move || text_area(Field::new("uraian", "Uraian"), 5, value)).await;
    let area = find(&room, "textbox", "Uraian");
    let counter = |length, max| Lang::Id.counter(length, max);
    assert!(text(&room.place).contains(&counter(0, 5)), "{}", text(&room.place));
    type_into(&area, "  éé  ").await;
    assert!(text(&room.place).contains(&counter(2, 5)));
    assert!(room.place.query_selector(".counter-over").expect("a selector").is_none());
    type_into(&area, "enam!!").await;
    assert!(text(&room.place).contains(&counter(6, 5)));
    assert!(room.place.query_selector(".counter-over").expect("a selector").is_some());
}

#[wasm_bindgen_test]
async fn a_list_offers_its_options_and_nothing() {
    let value = RwSignal::new("b".to_owned());
    let options =
        RwSignal::new(vec![("a".to_owned(), "Apel".to_owned()), ("b".to_owned(), "Belimbing".to_owned())]);
    let field = Field::new("buah", "Buah");
    let room = Room::with(move || select_field(field, "Pilih buah", options, value)).await;
    let list = find(&room, "combobox", "Buah");
    let list: &HtmlSelectElement = list.unchecked_ref();
    let words = || all(&room, "option").iter().map(text).collect::<Vec<_>>();
    assert_eq!(words(), ["Pilih buah", "Apel", "Belimbing"]);
    assert_eq!(list.value(), "b");
    choose(list, "a").await;
    assert_eq!(value.get_untracked(), "a");
    value.set(String::new());
    settle().await;
    assert_eq!(list.value(), "");

    // Options that come later find the value that waits for them.
    value.set("c".to_owned());
    options.update(|options| options.push(("c".to_owned(), "Ceri".to_owned())));
    settle().await;
    assert_eq!(words().len(), 4);
    assert_eq!(list.value(), "c");
}

#[wasm_bindgen_test]
async fn radio_buttons_are_a_named_group() {
    let value = RwSignal::new(String::new());
    let problem = RwSignal::new(Some(Problem::Required));
    let field = Field::new("jenis", "Jenis").problem(problem);
    let options = vec![
        Choice { value: "x".to_owned(), label: "Pengaduan".to_owned(), hint: Some("Ada yang salah.") },
        Choice { value: "y".to_owned(), label: "Aspirasi".to_owned(), hint: None },
    ];
    let room = Room::with(move || choices(field, options, value)).await;
    let group = find(&room, "group", "Jenis");
    assert_eq!(description(&group), Lang::Id.problem(Problem::Required));
    let (first, second) = (find(&room, "radio", "Pengaduan"), find(&room, "radio", "Aspirasi"));
    assert_eq!(first.id(), "jenis", "the error summary leads to the first one");
    assert_eq!(description(&first), "Ada yang salah.");
    choose(&second, "on").await;
    assert_eq!(value.get_untracked(), "y");
    value.set("x".to_owned());
    settle().await;
    assert!(first.unchecked_ref::<HtmlInputElement>().checked());
    assert!(!second.unchecked_ref::<HtmlInputElement>().checked());
}

#[wasm_bindgen_test]
async fn a_switch_says_what_it_does_and_follows() {
    let is_on = RwSignal::new(true);
    let room =
        Room::with(move || switch("anonim", "Sembunyikan nama", "Kantor tidak melihatnya.", is_on)).await;
    let input = find(&room, "switch", "Sembunyikan nama");
    assert_eq!(description(&input), "Kantor tidak melihatnya.");
    assert!(input.unchecked_ref::<HtmlInputElement>().checked());
    choose(&input, "off").await;
    assert!(!is_on.get_untracked());
    is_on.set(true);
    settle().await;
    assert!(input.unchecked_ref::<HtmlInputElement>().checked());
}

#[wasm_bindgen_test]
async fn a_day_keeps_within_its_limits() {
    let field = Field::new("tanggal", "Tanggal");
    let (min, max) = (Some("2020-01-01".to_owned()), Some("2026-11-25".to_owned()));
    let room = Room::with(move || date_field(field, min, max, RwSignal::new("2026-02-03".to_owned()))).await;
    let input = find(&room, "input[type=date]", "Tanggal");
    assert_eq!(input.get_attribute("min").as_deref(), Some("2020-01-01"));
    assert_eq!(input.get_attribute("max").as_deref(), Some("2026-11-25"));
    assert_eq!(input.unchecked_ref::<HtmlInputElement>().value(), "2026-02-03");
}

#[wasm_bindgen_test]
async fn a_busy_button_says_so_and_acts_once() {
    let (busy, pressed) = (RwSignal::new(false), RwSignal::new(0));
    let press_it = move || {
        pressed.update(|times| *times += 1);
        busy.set(true);
    };
    let room = Room::with(move || button(Button::Main, "Kirim", busy, press_it)).await;
    let found = find(&room, "button", "Kirim");
    assert_eq!(found.get_attribute("aria-busy"), None);
    press(&found).await;
    press(&found).await;
    assert_eq!(pressed.get_untracked(), 1);
    assert_eq!(found.get_attribute("aria-busy").as_deref(), Some("true"));
    assert!(!found.has_attribute("disabled"), "a disabled button loses the focus");
}
