use leptos::prelude::GetValue;
use shared::api::{DESK_REQUEST_FILE_PATH, GiveRequestFile};
use shared::complaint::PhotoBox;
use shared::request::{FileToGive, RequestFile};
use web_sys::File;

use super::open_file::Panel;
use crate::platform::device::named_file;
use crate::platform::net::{Call, Failure, fetch_blob};
use crate::platform::reactive::{RwSignal, spawn};
use crate::platform::redact::{Asked, Covered};
use crate::platform::sending::Sending;
use crate::platform::ui::Tone;

/// Covers parts of a picture and gives it. What is sent is the boxes; the server paints them over what it has.
#[derive(Clone, Copy)]
pub struct Cover {
    /// The panel of files.
    pub panel: Panel,
    /// How the giving goes.
    pub sending: Sending,
    /// Whether the picture or the tool is on its way.
    pub busy: RwSignal<bool>,
}

impl Cover {
    /// Opens the tool with a picture.
    pub fn open(self, file: RequestFile) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn(async move {
            let id = file.id.clone();
            match self.fetch(&file).await {
                Ok(picture) => {
                    self.panel.asked.set(Some(Asked::new(picture, move |saved| self.take(&id, saved))));
                }
                Err(_) => {
                    let words = self.panel.opened.lang.requesting().not_loaded;
                    self.panel.opened.told.set(Some((Tone::Bad, words)));
                }
            }
            self.busy.set(false);
        });
    }

    async fn fetch(self, file: &RequestFile) -> Result<File, Failure> {
        let number = self.panel.opened.number.try_get_value().ok_or(Failure::Strange)?;
        let details = Call { path: &[&number, &file.id], ..Call::default() };
        let blob = fetch_blob(DESK_REQUEST_FILE_PATH, details).await?;
        (self.panel.tool.0.load)().await.ok_or(Failure::Offline)?;
        named_file(&blob, &file.name).ok_or(Failure::Strange)
    }

    /// What came of it; the id of what has the focus afterwards.
    fn take(self, id: &str, saved: Option<Covered>) -> String {
        let boxes: Vec<PhotoBox> =
            saved.map(|saved| saved.covers.into_iter().map(PhotoBox::of).collect()).unwrap_or_default();
        if !boxes.is_empty() {
            let body = FileToGive { boxes, ..FileToGive::default() };
            let words = self.panel.opened.lang.requesting().now_given;
            self.panel.opened.order_file::<GiveRequestFile>(self.sending, id, body, words, || {});
        }
        "request-files".to_owned()
    }
}
