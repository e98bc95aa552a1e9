use crate::lang::Lang;
use crate::problem::Problem;

impl Lang {
    /// What is wrong with a document that parts were to be gone from; nothing where it is another problem. Citizens send no such
    /// documents, so their pages need not know these sentences.
    pub fn document_problem(self, problem: Problem) -> Option<String> {
        let text = match problem {
            Problem::FileLocked => self.pick(
                "PDF ini dikunci dengan kata sandi, jadi tidak dapat diperiksa. Simpan salinannya tanpa kunci.",
                "This PDF is locked with a password, so it cannot be looked through. Save a copy without one.",
            ),
            Problem::FileHasPast => self.pick(
                "PDF ini masih menyimpan isinya sebelum diubah. Cetak ke PDF baru, lalu kirim yang baru.",
                "This PDF still holds what it was before it was changed. Print it to a new PDF, and send that.",
            ),
            Problem::FileHasFiles => self.pick(
                "Di dalam PDF ini ada berkas lain. Hapus lampirannya dulu.",
                "There are other files within this PDF. Remove them first.",
            ),
            Problem::StillThere(0) => self.pick(
                "Kata ini masih ada di judul, catatan, atau bagian lain dokumen di luar halamannya.",
                "This word is still in the title, a note, or another part of the document beside its pages.",
            ),
            Problem::StillThere(page) => {
                let text = self.pick("Kata ini masih ada di halaman #.", "This word is still on page #.");
                return Some(text.replace('#', &page.to_string()));
            }
            _ => return None,
        };
        Some(text.to_owned())
    }
}
