//! What is wrong, said so that it can be mended. The page and the server say the same sentence.

use super::Lang;
use crate::problem::{Envelope, ErrorCode, FieldProblem, Problem};

impl Lang {
    /// One field's problem as a sentence that stands beside the field.
    pub fn problem(self, problem: Problem) -> String {
        let (text, limit) = match problem {
            Problem::Required => (self.pick("Bagian ini perlu diisi.", "This needs to be filled in."), None),
            Problem::TooShort(limit) => {
                (self.pick("Tulis paling sedikit # huruf.", "Write at least # characters."), Some(limit))
            }
            Problem::TooLong(limit) => {
                (self.pick("Tulis paling banyak # huruf.", "Write at most # characters."), Some(limit))
            }
            Problem::ControlCharacters => (
                self.pick(
                    "Ada karakter yang tidak dapat ditampilkan. Ketik ulang bagian ini.",
                    "There are characters that cannot be shown. Please type this again.",
                ),
                None,
            ),
            Problem::NotADate => {
                (self.pick("Tanggal ini tidak ada di kalender.", "The calendar has no such date."), None)
            }
            Problem::InFuture => (self.pick("Tanggal ini belum tiba.", "This date has not come yet."), None),
            Problem::NotInFuture => {
                (self.pick("Pilih hari sesudah hari ini.", "Choose a day after today."), None)
            }
            Problem::TooFarAhead(limit) => {
                (self.pick("Paling jauh # hari dari sekarang.", "At most # days from now."), Some(limit))
            }
            Problem::Unfilled => (
                self.pick(
                    "Isi dulu bagian di dalam kurung kurawal.",
                    "Fill in what stands between braces first.",
                ),
                None,
            ),
            Problem::TooOld(limit) => (
                self.pick("Tanggal ini lebih dari # tahun lalu.", "This date is over # years ago."),
                Some(limit),
            ),
            Problem::EndBeforeStart => {
                (self.pick("Akhir mendahului awal.", "The end comes before the start."), None)
            }
            Problem::NotAMonth => {
                (self.pick("Tulis bulan sebagai TTTT-BB.", "Write the month as YYYY-MM."), None)
            }
            Problem::UnknownValue => {
                (self.pick("Pilihan ini tidak dikenal.", "This choice is not known."), None)
            }
            Problem::UnknownField => {
                (self.pick("Bagian ini tidak dikenal.", "This field is not known."), None)
            }
            Problem::WrongType => (
                self.pick("Isinya bukan jenis yang diminta.", "This is not the kind of value asked for."),
                None,
            ),
            Problem::NotAPoint => {
                (self.pick("Posisi ini tidak ada di bumi.", "This position is not on earth."), None)
            }
            Problem::NotAPhone => (
                self.pick(
                    "Tulis nomor telepon dengan 8 sampai 15 angka.",
                    "Write a telephone number of 8 to 15 digits.",
                ),
                None,
            ),
            Problem::NotAnEmail => (
                self.pick(
                    "Tulis alamat email seperti nama@contoh.id.",
                    "Write an e-mail address like name@example.org.",
                ),
                None,
            ),
            Problem::NotALink => (
                self.pick(
                    "Tulis alamat web yang diawali https://.",
                    "Write an address that begins with https://.",
                ),
                None,
            ),
            Problem::TooMany(limit) => {
                (self.pick("Paling banyak # berkas.", "At most # files."), Some(limit))
            }
            Problem::Repeated => (self.pick("Ini disebut dua kali.", "This is given twice."), None),
            Problem::NotUploaded => (
                self.pick(
                    "Berkas ini belum terunggah seluruhnya. Unggah lagi.",
                    "This file is not fully uploaded. Please upload it again.",
                ),
                None,
            ),
            Problem::FileTooLarge(limit) => (
                self.pick("Berkas paling besar # MB.", "A file may have at most # MB."),
                Some(limit / 1_000_000),
            ),
            Problem::FileKind => (
                self.pick(
                    "Hanya foto (JPEG, PNG, WebP) dan PDF yang diterima.",
                    "Only photos (JPEG, PNG, WebP) and PDF are accepted.",
                ),
                None,
            ),
            Problem::TooManyPixels(limit) => (
                self.pick("Foto paling besar # megapiksel.", "A photo may have at most # megapixels."),
                Some(limit),
            ),
            // What else can be wrong with a document the staff are told in words of their own.
            Problem::FileBroken
            | Problem::FileLocked
            | Problem::FileHasPast
            | Problem::FileHasFiles
            | Problem::StillThere(_) => (
                self.pick(
                    "Berkas ini rusak dan tidak dapat dibuka.",
                    "This file is broken and cannot be opened.",
                ),
                None,
            ),
            Problem::OutOfRange(limit) => {
                (self.pick("Pilih angka sampai #.", "Choose a number up to #."), Some(limit))
            }
            Problem::MistypedCode => (
                self.pick(
                    "Ada yang salah ketik. Periksa lagi tiap huruf dan angka.",
                    "Something is mistyped. Check every letter and digit.",
                ),
                None,
            ),
            Problem::AgencyRequired => {
                (self.pick("Sebutkan Perangkat Daerah yang dituju.", "Name the agency it goes to."), None)
            }
            Problem::DiffersFromStored => (
                self.pick(
                    "Nomor ini sudah ada dengan isi yang berbeda.",
                    "This number is there already, with other values.",
                ),
                None,
            ),
            Problem::Weekend => (
                self.pick(
                    "Ini hari Sabtu atau Minggu, yang memang libur.",
                    "This is a Saturday or Sunday, which is free anyway.",
                ),
                None,
            ),
            Problem::Taken => (self.pick("Ini sudah dipakai.", "This is taken already."), None),
            Problem::Guessable => {
                (self.pick("Ini terlalu mudah ditebak.", "This is too easy to guess."), None)
            }
        };
        match limit {
            Some(limit) => text.replace('#', &limit.to_string()),
            None => text.to_owned(),
        }
    }

    /// An error as a whole.
    pub const fn error(self, code: ErrorCode) -> &'static str {
        match code {
            ErrorCode::Malformed => {
                self.pick("Permintaan ini tidak dapat dibaca.", "The request could not be read.")
            }
            ErrorCode::Invalid => {
                self.pick("Ada isian yang perlu diperbaiki.", "Some fields need another look.")
            }
            ErrorCode::NotFound => self.pick("Tidak ditemukan.", "Not found."),
            ErrorCode::Unauthorized => self.pick("Kode rahasia tidak cocok.", "The secret does not fit."),
            ErrorCode::Forbidden => self.pick("Ini tidak diizinkan.", "This is not allowed."),
            ErrorCode::Conflict => self.pick(
                "Aduan ini sudah berpindah tahap. Muat ulang untuk melihat keadaannya sekarang.",
                "The complaint has moved on. Load it again to see how it stands.",
            ),
            ErrorCode::KeyReused => self.pick(
                "Kunci ini sudah dipakai untuk kiriman lain.",
                "This key was used for another submission.",
            ),
            ErrorCode::MethodNotAllowed => {
                self.pick("Alamat ini tidak mengenal cara itu.", "This address does not take that method.")
            }
            ErrorCode::TooLarge => self.pick("Kiriman ini terlalu besar.", "This is too large."),
            ErrorCode::UnsupportedMedia => {
                self.pick("Jenis isi ini tidak diterima.", "This kind of content is not accepted.")
            }
            ErrorCode::WrongOffset => self.pick(
                "Potongan ini tidak menyambung yang sebelumnya.",
                "This piece does not follow the one before.",
            ),
            ErrorCode::TooMany => {
                self.pick("Terlalu banyak percobaan. Tunggu sebentar.", "Too many tries. Wait a moment.")
            }
            ErrorCode::Unavailable => self.pick(
                "Layanan sedang tidak dapat menyimpan. Tidak ada yang hilang; coba lagi nanti.",
                "The service cannot save just now. Nothing was lost; try again later.",
            ),
            ErrorCode::Internal | ErrorCode::Unknown => {
                self.pick("Terjadi kesalahan pada layanan.", "Something went wrong on our side.")
            }
        }
    }

    /// Fills in the sentences of an error's parts.
    pub fn spell_out(self, problems: &mut [FieldProblem]) {
        for problem in problems {
            let own = self.document_problem(problem.problem);
            problem.message = own.unwrap_or_else(|| self.problem(problem.problem));
        }
    }
}

impl Envelope {
    /// An error in a language, its fields' sentences included.
    pub fn new(status: u16, code: ErrorCode, mut problems: Vec<FieldProblem>, lang: Lang) -> Self {
        lang.spell_out(&mut problems);
        Self { status, code, message: lang.error(code).to_owned(), problems, rule: None, version: None }
    }
}
