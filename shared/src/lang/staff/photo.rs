use super::account::texts;
use super::reached_by;
use crate::complaint::Originals;
use crate::lang::{Lang, fill};

reached_by! {
    /// Photos that become public.
    photos: PhotoTexts
}

impl Lang {
    /// What becomes of a photo of which parts are covered.
    pub const fn originals(self, originals: Originals) -> &'static str {
        match originals {
            Originals::Sealed => self.photos().sealed,
            Originals::Deleted => self.photos().deleted,
        }
    }

    /// A photo with parts covered, by how many.
    pub fn photo_boxes(self, boxes: u32) -> String {
        fill(self.photos().boxes, &[("n", &boxes.to_string())])
    }
}

texts! {
    /// Photos that become public.
    PhotoTexts {
        /// Section.
        heading: "Foto", "Photos";
        /// What is to be done.
        lead: "Foto hanya diumumkan bila Anda memilihnya. Tutupi wajah, pelat nomor, dan alamat rumah.", "A photo becomes public only if you choose it. Cover faces, number plates and home addresses.";
        /// What becomes of the originals.
        sealed: "Foto asli yang ditutupi disegel: hanya pelapor dan koordinator yang bisa membukanya.", "The original of a covered photo is sealed: only its reporter and the coordinator can open it.";
        /// The same.
        deleted: "Foto asli yang ditutupi dihapus, juga dari berkas aduan.", "The original of a covered photo is deleted, from the case, too.";
        /// State.
        private: "tidak diumumkan", "not public";
        /// State.
        as_it_is: "diumumkan apa adanya", "public as it is";
        /// State.
        boxes: "diumumkan, {n} bagian hitam", "public, {n} parts black";
        /// Turns it on.
        show: "Umumkan foto ini", "Make this photo public";
        /// Turns it off.
        hide: "Jangan umumkan", "Keep it back";
        /// Opens the tool.
        cover: "Tutupi bagian foto", "Cover parts";
        /// Takes the boxes that were just drawn back.
        uncover: "Buang kotak", "Discard the boxes";
        /// It was covered before.
        needs_boxes: "pernah ditutupi, jadi hanya bisa diumumkan dengan kotak hitam", "was covered before, and becomes public with black boxes only";
        /// Field.
        words: "Apa yang tampak di foto", "What the photo shows";
        /// Hint.
        words_hint: "Dibacakan kepada yang tidak bisa melihat. Tanpa nama orang.", "Read to those who cannot see it. Without people's names.";
        /// The server did not give it.
        not_loaded: "Foto belum bisa dimuat. Coba lagi.", "The photo could not be loaded. Try again.";
        /// Mark of a file.
        is_sealed: "asli, disegel", "original, sealed";
        /// Setting.
        setting: "Foto asli yang ditutupi saat diumumkan", "Originals of photos covered on publishing";
        /// Value.
        set_sealed: "Disegel", "Sealed";
        /// Value.
        set_deleted: "Dihapus", "Deleted";
    }
}
