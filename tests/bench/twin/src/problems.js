// What is wrong, said so that it can be mended: the sentences of the crate `shared`.

import { shell } from "./texts.js";

const PROBLEMS = {
  required: "Bagian ini perlu diisi.",
  too_short: "Tulis paling sedikit # huruf.",
  too_long: "Tulis paling banyak # huruf.",
  control_characters: "Ada karakter yang tidak dapat ditampilkan. Ketik ulang bagian ini.",
  not_a_date: "Tanggal ini tidak ada di kalender.",
  in_future: "Tanggal ini belum tiba.",
  too_old: "Tanggal ini lebih dari # tahun lalu.",
  unknown_value: "Pilihan ini tidak dikenal.",
  not_a_point: "Posisi ini tidak ada di bumi.",
  not_a_phone: "Tulis nomor telepon dengan 8 sampai 15 angka.",
  not_an_email: "Tulis alamat email seperti nama@contoh.id.",
  too_many: "Paling banyak # berkas.",
  repeated: "Ini disebut dua kali.",
  not_uploaded: "Berkas ini belum terunggah seluruhnya. Unggah lagi.",
  file_too_large: "Berkas paling besar # MB.",
  file_kind: "Hanya foto (JPEG, PNG, WebP) dan PDF yang diterima.",
  too_many_pixels: "Foto paling besar # megapiksel.",
  file_broken: "Berkas ini rusak dan tidak dapat dibuka.",
};

const ERRORS = {
  malformed: "Permintaan ini tidak dapat dibaca.",
  invalid: "Ada isian yang perlu diperbaiki.",
  not_found: "Tidak ditemukan.",
  forbidden: "Ini tidak diizinkan.",
  key_reused: "Kunci ini sudah dipakai untuk kiriman lain.",
  too_large: "Kiriman ini terlalu besar.",
  unsupported_media: "Jenis isi ini tidak diterima.",
  wrong_offset: "Potongan ini tidak menyambung yang sebelumnya.",
  too_many: "Terlalu banyak percobaan. Tunggu sebentar.",
  unavailable: "Layanan sedang tidak dapat menyimpan. Tidak ada yang hilang; coba lagi nanti.",
  internal: "Terjadi kesalahan pada layanan.",
};

/** A problem `{ code, limit }` as the sentence that stands beside its field. */
export function problemSentence({ code, limit }) {
  const shown = code === "file_too_large" ? limit / 1_000_000 : limit;
  return (PROBLEMS[code] ?? ERRORS.invalid).replace("#", shown);
}

/** A failed request as a sentence. */
export function errorSentence(failure) {
  if (failure.kind === "offline") return shell.offline;
  return failure.envelope ? (ERRORS[failure.code] ?? failure.envelope.message) : shell.strangeAnswer;
}
