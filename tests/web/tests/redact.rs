//! Covering parts of a photo: what is under a box is gone from every pixel, and the tool works by keys and by fingers.

use std::cell::RefCell;
use std::rc::Rc;

use app::platform::device::{Picture, shrink};
use app::platform::dom::Part;
use app::platform::reactive::RwSignal;
use app::platform::redact::{Asked, Covered, RedactPart, redact, redact_place};
use app::platform::ui::LatePage;
use js_sys::{Array, Function, Promise};
use leptos::prelude::{document, provide_context};
use shared::lang::Lang;
use shared::redact::Cover;
use tests_web::{Room, find, press, settle, text};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, File, HtmlElement, KeyboardEvent, KeyboardEventInit, PointerEvent, PointerEventInit};

use super::photos::{NOISE, TURNED, made, size_of, text_of};

/// Red, green and blue at points of a picture, in a row.
const LOOK: &str = "
    return createImageBitmap(file).then(picture => {
        const canvas = new OffscreenCanvas(picture.width, picture.height), context = canvas.getContext('2d');
        context.drawImage(picture, 0, 0);
        return points.flatMap(([x, y]) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3));
    })";

/// A photo in one light colour, 400 × 300.
const PALE: &str = "
    const canvas = new OffscreenCanvas(400, 300), context = canvas.getContext('2d');
    context.fillStyle = 'rgb(250, 200, 120)'; context.fillRect(0, 0, 400, 300);
    return canvas.convertToBlob({ type: 'image/jpeg' })
        .then(blob => new File([blob], 'wajah.jpg', { type: 'image/jpeg' }))";

async fn colours(file: &File, points: &[(u32, u32)]) -> Vec<[u8; 3]> {
    let given: Array = points.iter().map(|(x, y)| Array::of2(&(*x).into(), &(*y).into())).collect();
    let look = Function::new_with_args("file, points", LOOK);
    let promise: Promise =
        look.call2(&JsValue::NULL, file, &given).expect("the script runs").unchecked_into();
    let found: Array = JsFuture::from(promise).await.expect("it is a picture").unchecked_into();
    let numbers: Vec<u8> = found.iter().map(|number| number.as_f64().expect("a number") as u8).collect();
    numbers.chunks(3).map(|colour| [colour[0], colour[1], colour[2]]).collect()
}

/// As black as JPEG can say it: at an edge the colour of what lies beside it bleeds in.
fn is_black(colour: [u8; 3]) -> bool {
    colour.into_iter().all(|part| part < 48)
}

fn cover(left: f64, top: f64, width: f64, height: f64) -> Cover {
    Cover { left, top, width, height }
}

#[wasm_bindgen_test]
async fn what_is_covered_is_black_and_nothing_else_is() {
    let picture = Picture::open(&made(PALE).await).await.expect("it is a photo");
    let covered = picture.write(&[cover(40.0, 60.0, 100.0, 50.0), cover(300.0, 200.0, 100.0, 100.0)]).await;
    let covered = covered.expect("there is memory");
    assert_eq!((covered.name(), covered.type_()), ("wajah.jpg".into(), "image/jpeg".into()));
    assert_eq!(size_of(&covered).await, (400.0, 300.0));
    let inside = [(40, 60), (139, 60), (40, 109), (139, 109), (90, 85), (300, 200), (399, 299)];
    for (point, colour) in inside.iter().zip(colours(&covered, &inside).await) {
        assert!(is_black(colour), "{point:?} shows {colour:?}");
    }
    let outside = [(24, 60), (156, 85), (90, 44), (90, 126), (5, 5), (280, 290)];
    for (point, colour) in outside.iter().zip(colours(&covered, &outside).await) {
        assert!(colour[0] > 230 && colour[1] > 180, "{point:?} shows {colour:?}");
    }
}

#[wasm_bindgen_test]
async fn a_large_photo_fits_and_is_covered_where_it_was_drawn() {
    let photo = made(NOISE).await;
    let picture = Picture::open(&photo).await.expect("it is a photo");
    let covered = picture.write(&[cover(1_000.0, 600.0, 800.0, 600.0)]).await.expect("there is memory");
    assert!(covered.size() <= 400_000.0, "{}", covered.size());
    let (width, _) = size_of(&covered).await;
    let at = |x: f64, y: f64| ((x * width / 4_000.0) as u32, (y * width / 4_000.0) as u32);
    for colour in colours(&covered, &[at(1_020.0, 620.0), at(1_400.0, 900.0), at(1_780.0, 1_180.0)]).await {
        assert!(is_black(colour), "{colour:?}");
    }
    let noise = colours(&covered, &[at(500.0, 300.0), at(2_600.0, 900.0), at(1_400.0, 2_000.0)]).await;
    assert!(noise.iter().any(|colour| !is_black(*colour)), "{noise:?}");
}

#[wasm_bindgen_test]
async fn a_turned_photo_is_covered_upright_and_tells_no_place() {
    let photo = made(TURNED).await;
    for file in [photo.clone(), shrink(&photo).await.expect("it is a photo")] {
        let picture = Picture::open(&file).await.expect("it is a photo");
        let covered = picture.write(&[cover(0.0, 40.0, 16.0, 20.0)]).await.expect("there is memory");
        assert_eq!(size_of(&covered).await, (40.0, 60.0), "turned as the camera was held");
        let words = text_of(&covered).await;
        assert!(!words.contains("Exif") && !words.contains("GPS"), "metadata is left");
        let [black, red] = colours(&covered, &[(4, 56), (34, 8)]).await[..] else { panic!("two points") };
        assert!(is_black(black) && red[0] > 200, "{black:?} {red:?}");
    }
}

/// The tool on a photo, and what came of it.
struct Bench {
    room: Room,
    outcome: Rc<RefCell<Option<Option<Covered>>>>,
}

impl Bench {
    async fn with(file: File) -> Self {
        let outcome: Rc<RefCell<Option<Option<Covered>>>> = Rc::default();
        let heard = outcome.clone();
        let asked = Asked::new(file, move |covered| {
            heard.replace(Some(covered));
            "opener".to_owned()
        });
        // A room's part may be sent elsewhere; a page has one thread.
        let asked = send_wrapper::SendWrapper::new(asked);
        let room = Room::with(move || -> Part {
            provide_context(RedactPart(LatePage {
                load: || Box::pin(async { Some(()) }),
                draw: || Box::pin(async { Some(redact()) }),
            }));
            redact_place(RwSignal::new(Some(asked.take())))
        })
        .await;
        let bench = Self { room, outcome };
        bench.until("the tool to open", |bench| bench.dialog().has_attribute("open")).await;
        bench
    }

    fn dialog(&self) -> Element {
        self.room.place.query_selector("dialog.redact").expect("can be read").expect("the tool is open")
    }

    fn boxes(&self) -> Vec<Element> {
        let found = self.room.place.query_selector_all(".redact-box").expect("can be read");
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
    }

    fn labels(&self) -> Vec<String> {
        self.boxes().iter().map(|one| one.get_attribute("aria-label").unwrap_or_default()).collect()
    }

    /// Waits for something, frame by frame.
    async fn until(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        for _ in 0..600 {
            if is_so(self) {
                return;
            }
            let frame = Promise::new(&mut |resolve, _| {
                leptos::prelude::request_animation_frame(move || {
                    resolve.call0(&JsValue::NULL).expect("a promise is kept");
                });
            });
            JsFuture::from(frame).await.expect("frames come");
        }
        panic!("waited in vain for {what}; the tool says {}", text(&self.room.place));
    }

    async fn opened(&self) {
        self.until("the photo", |bench| {
            let found = bench.room.place.query_selector(".redact-picture[width]").expect("can be read");
            found.is_some()
        })
        .await;
    }

    async fn key(&self, key: &str, modifier: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_shift_key(modifier == "Shift");
        init.set_alt_key(modifier == "Alt");
        init.set_ctrl_key(modifier == "Control");
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("is an event");
        let focused = document().active_element().expect("something has the focus");
        focused.dispatch_event(&event).expect("nothing throws");
        settle().await;
    }

    /// A finger at a point of the picture, in hundredths of its sides.
    async fn finger(&self, kind: &str, id: i32, x: f64, y: f64) {
        let ground =
            self.room.place.query_selector(".redact-ground").expect("can be read").expect("is there");
        let picture =
            self.room.place.query_selector(".redact-picture").expect("can be read").expect("is there");
        let at = picture.get_bounding_client_rect();
        let init = PointerEventInit::new();
        init.set_pointer_id(id);
        init.set_bubbles(true);
        init.set_client_x((at.left() + at.width() * x / 100.0).round() as i32);
        init.set_client_y((at.top() + at.height() * y / 100.0).round() as i32);
        let event = PointerEvent::new_with_event_init_dict(kind, &init).expect("is an event");
        ground.dispatch_event(&event).expect("nothing throws");
        settle().await;
    }

    async fn saved(&self) -> Covered {
        press(&find(&self.room, "button", texts().save)).await;
        self.until("the photo to be saved", |bench| bench.outcome.borrow().is_some()).await;
        self.outcome.borrow_mut().take().flatten().expect("something was saved")
    }

    async fn focus_is_on(&self, what: &str, id: &str) {
        self.until(what, |_| document().active_element().is_some_and(|element| element.id() == id)).await;
    }
}

fn texts() -> &'static shared::lang::public::RedactTexts {
    Lang::Id.redact()
}

#[wasm_bindgen_test]
async fn a_box_is_made_moved_and_saved_by_keys() {
    let bench = Bench::with(made(PALE).await).await;
    bench.opened().await;
    press(&find(&bench.room, "button", texts().add)).await;
    bench.focus_is_on("the new box", "redact-box-0").await;
    let first = bench.labels();
    // A quarter of the shorter side: 75 pixels.
    assert!(first[0].ends_with("lebar 19 %, tinggi 25 %"), "{first:?}");
    for _ in 0..10 {
        bench.key("ArrowLeft", "Shift").await;
    }
    bench.key("ArrowUp", "").await;
    bench.key("ArrowRight", "Alt").await;
    bench.key("ArrowDown", "Control").await;
    assert_eq!(bench.labels(), [Lang::Id.cover_place(1, 1, [0, 36, 20, 26])]);
    let said = bench.room.place.query_selector("[role=status]").expect("can be read").expect("is there");
    assert_eq!(text(&said), bench.labels()[0], "those who listen hear where it is");

    bench.key("z", "Control").await;
    assert_eq!(bench.labels(), first, "keys in a row are one step");
    bench.key("y", "Control").await;
    let Covered { file, covers } = bench.saved().await;
    assert_eq!(covers.len(), 1);
    let [inside, right, above] = colours(&file, &[(5, 150), (100, 150), (5, 90)]).await[..] else { panic!() };
    assert!(is_black(inside) && !is_black(right) && !is_black(above), "{inside:?} {right:?} {above:?}");
    assert!(bench.room.place.query_selector("dialog").expect("can be read").is_none(), "it is closed");
}

#[wasm_bindgen_test]
async fn boxes_are_drawn_moved_pulled_and_tapped_by_fingers() {
    let bench = Bench::with(made(PALE).await).await;
    bench.opened().await;
    bench.finger("pointerdown", 1, 10.0, 10.0).await;
    bench.finger("pointermove", 1, 20.0, 20.0).await;
    bench.finger("pointermove", 1, 30.0, 40.0).await;
    bench.finger("pointerup", 1, 30.0, 40.0).await;
    assert_eq!(bench.labels(), [Lang::Id.cover_place(1, 1, [10, 10, 20, 30])]);
    // Taken in its middle it moves, as far as the edge.
    bench.finger("pointerdown", 1, 20.0, 25.0).await;
    bench.finger("pointermove", 1, 10.0, 45.0).await;
    bench.finger("pointermove", 1, 5.0, 45.0).await;
    bench.finger("pointerup", 1, 5.0, 45.0).await;
    assert_eq!(bench.labels(), [Lang::Id.cover_place(1, 1, [0, 30, 20, 30])]);
    // Taken at a corner, a little beside it, it grows.
    bench.finger("pointerdown", 1, 20.0, 60.0).await;
    bench.finger("pointermove", 1, 50.0, 70.0).await;
    bench.finger("pointerup", 1, 50.0, 70.0).await;
    assert_eq!(bench.labels(), [Lang::Id.cover_place(1, 1, [0, 30, 50, 40])]);
    // A tap makes one around itself.
    bench.finger("pointerdown", 1, 80.0, 50.0).await;
    bench.finger("pointerup", 1, 80.0, 50.0).await;
    assert_eq!(bench.labels()[1], Lang::Id.cover_place(2, 2, [71, 38, 19, 25]));
    // A second finger takes back what the first one had begun.
    bench.finger("pointerdown", 1, 60.0, 5.0).await;
    bench.finger("pointermove", 1, 70.0, 15.0).await;
    assert_eq!(bench.boxes().len(), 3);
    bench.finger("pointerdown", 2, 60.0, 90.0).await;
    assert_eq!(bench.boxes().len(), 2);
    let width = || {
        let picture = bench.room.place.query_selector(".redact-picture").expect("can be read");
        picture.expect("is there").get_bounding_client_rect().width()
    };
    let before = width();
    bench.finger("pointermove", 2, 60.0, 140.0).await;
    assert!(width() > before * 1.4, "{before} has become {}", width());
    bench.finger("pointerup", 2, 60.0, 140.0).await;
    bench.finger("pointerup", 1, 60.0, 5.0).await;
    assert_eq!(bench.boxes().len(), 2, "lifting two fingers draws nothing");
    assert_eq!(bench.saved().await.covers.len(), 2);
}

#[wasm_bindgen_test]
async fn leaving_asks_only_where_something_was_drawn() {
    let bench = Bench::with(made(PALE).await).await;
    bench.opened().await;
    press(&find(&bench.room, "button", texts().save)).await;
    assert!(bench.outcome.borrow().is_none(), "there is nothing to save");
    bench.focus_is_on("the button that adds one", "redact-add").await;
    press(&find(&bench.room, "button", texts().cancel)).await;
    assert!(matches!(*bench.outcome.borrow(), Some(None)), "nobody asks");

    let bench = Bench::with(made(PALE).await).await;
    bench.opened().await;
    press(&find(&bench.room, "button", texts().add)).await;
    press(&find(&bench.room, "button", texts().cancel)).await;
    bench
        .until("the question", |bench| {
            bench
                .room
                .place
                .query_selector("dialog[role=alertdialog][open]")
                .is_ok_and(|found| found.is_some())
        })
        .await;
    press(&find(&bench.room, "button", texts().stay)).await;
    assert!(bench.outcome.borrow().is_none());
    assert_eq!(bench.boxes().len(), 1);
    press(&find(&bench.room, "button", texts().cancel)).await;
    press(&find(&bench.room, "button", texts().discard)).await;
    assert!(matches!(*bench.outcome.borrow(), Some(None)));
}

#[wasm_bindgen_test]
async fn removing_hands_the_focus_on() {
    let bench = Bench::with(made(PALE).await).await;
    bench.opened().await;
    for _ in 0..2 {
        press(&find(&bench.room, "button", texts().add)).await;
    }
    bench.focus_is_on("the second box", "redact-box-1").await;
    bench.key("Delete", "").await;
    bench.focus_is_on("the first box", "redact-box-0").await;
    press(&find(&bench.room, "button", texts().remove)).await;
    bench.focus_is_on("the button that adds one", "redact-add").await;
    assert_eq!(bench.boxes().len(), 0);
    press(&find(&bench.room, "button", texts().undo)).await;
    assert_eq!(bench.boxes().len(), 1);
}

#[wasm_bindgen_test]
async fn a_photo_that_cannot_be_opened_is_said_so() {
    let file = made("return Promise.resolve(new File(['<p>'], 'foto.jpg', { type: 'image/jpeg' }))").await;
    let bench = Bench::with(file).await;
    bench.until("the reason", |bench| text(&bench.dialog()).contains(texts().unreadable)).await;
    let place: &HtmlElement = &bench.room.place;
    assert!(!text(place).contains(texts().save), "there is nothing to save");
    press(&find(&bench.room, "button", texts().cancel)).await;
    assert!(matches!(*bench.outcome.borrow(), Some(None)));
}

/// A phone without memory for a canvas: pictures cannot be written, until it is dropped.
struct NoMemory(Function);

impl NoMemory {
    fn begin() -> Self {
        let script = "
            const kept = HTMLCanvasElement.prototype.toBlob;
            HTMLCanvasElement.prototype.toBlob = done => done(null);
            return () => { HTMLCanvasElement.prototype.toBlob = kept; };";
        Self(Function::new_no_args(script).call0(&JsValue::NULL).expect("the script runs").unchecked_into())
    }
}

impl Drop for NoMemory {
    fn drop(&mut self) {
        self.0.call0(&JsValue::NULL).expect("it is put back");
    }
}

#[wasm_bindgen_test]
async fn without_memory_nothing_is_lost() {
    let bench = Bench::with(made(PALE).await).await;
    bench.opened().await;
    press(&find(&bench.room, "button", texts().add)).await;
    let lack = NoMemory::begin();
    press(&find(&bench.room, "button", texts().save)).await;
    bench.until("the reason", |bench| text(&bench.dialog()).contains(texts().no_memory)).await;
    drop(lack);
    assert!(bench.outcome.borrow().is_none());
    assert_eq!(bench.boxes().len(), 1, "the box is still there");
    assert_eq!(bench.saved().await.covers.len(), 1);
}
