//! Invented words of public information. `&` stands for a subject, `#` for a district's name, `@` for a place that does not
//! exist, `*` for a year.

/// Titles, and how often each is thrown compared with the others.
#[rustfmt::skip]
pub(super) const TITLES: [(&str, u32); 24] = [
    ("Rekaan: Laporan realisasi anggaran kegiatan & tahun *", 16),
    ("Rekaan: Rencana kerja dan anggaran & tahun *", 12),
    ("Rekaan: Laporan kinerja & di # tahun *", 12),
    ("Rekaan: Laporan keuangan & tahun *", 8),
    ("Rekaan: Daftar aset & di #", 7),
    ("Rekaan: Perjanjian kinerja & tahun *", 6),
    ("Rekaan: Dokumen pengadaan & di Desa @", 9),
    ("Rekaan: Data & menurut desa di # tahun *", 10),
    ("Rekaan: Peta & Desa @, #", 6),
    ("Rekaan: Prosedur pelayanan &", 5),
    ("Rekaan: Keputusan kepala dinas tentang & di Desa @", 5),
    ("Rekaan: Hasil pemeriksaan & di # tahun *", 4),
    ("Rekaan: Daftar penerima bantuan & Desa @", 6),
    ("Rekaan: Ringkasan kajian & di #", 3),
    ("Rekaan: Jadwal kegiatan & tahun *", 4),
    ("Rekaan: Maklumat pelayanan &", 2),
    ("Rekaan: Statistik & triwulan di # tahun *", 5),
    ("Rekaan: Naskah kerja sama & dengan Koperasi @", 2),
    ("Rekaan: Notula rapat & di Desa @", 3),
    ("Rekaan: Daftar izin & di #", 4),
    ("Rekaan: Rencana strategis & tahun *", 3),
    ("Rekaan: Hasil survei kepuasan & tahun *", 2),
    ("Rekaan: Buku panduan &", 2),
    ("Rekaan: Evaluasi & di Desa @ tahun *", 4),
];

/// What titles are about with the topic that belongs to it.
#[rustfmt::skip]
pub(super) const SUBJECTS: [(&str, &str); 32] = [
    ("jalan provinsi", "jalan"), ("jembatan gantung", "jalan"), ("irigasi sawah", "air"), ("air bersih", "air"),
    ("puskesmas keliling", "kesehatan"), ("imunisasi anak", "kesehatan"), ("gizi ibu hamil", "kesehatan"),
    ("sekolah menengah", "pendidikan"), ("beasiswa siswa", "pendidikan"), ("perpustakaan daerah", "pendidikan"),
    ("lampu jalan", "energi"), ("listrik desa", "energi"), ("panel surya", "energi"), ("tambang batuan", "izin"),
    ("angkutan pelajar", "perhubungan"), ("pelabuhan rakyat", "perhubungan"), ("pasar ikan", "perdagangan"),
    ("harga bahan pokok", "perdagangan"), ("koperasi nelayan", "perdagangan"), ("bibit cengkih", "pertanian"),
    ("pupuk petani", "pertanian"), ("ternak sapi", "pertanian"), ("hutan bakau", "lingkungan"),
    ("sampah kota", "lingkungan"), ("kualitas udara", "lingkungan"), ("jalur evakuasi", "bencana"),
    ("hunian tetap", "bencana"), ("pelatihan kerja", "tenaga kerja"), ("upah minimum", "tenaga kerja"),
    ("arsip daerah", "arsip"), ("pegawai honorer", "kepegawaian"), ("wisata danau", "pariwisata"),
];

/// Summaries.
pub(super) const SUMMARIES: [&str; 6] = [
    "Karangan untuk pengukuran: rincian & di #, pelaksana, anggaran, sasaran, dan capaian sampai akhir tahun *.",
    "Karangan untuk pengukuran: daftar kegiatan & beserta lokasi, biaya, dan penanggung jawab; termasuk Desa @.",
    "Karangan untuk pengukuran: angka & menurut kecamatan, cara menghitung, dan sumber data tahun *.",
    "Karangan untuk pengukuran: dasar penyusunan &, tahapan, serta laporan hasil rapat bersama warga Desa @.",
    "Karangan untuk pengukuran: keadaan & di #, perbandingan dengan tahun sebelumnya, dan rencana tindak lanjut.",
    "Karangan untuk pengukuran: dokumen & yang telah disahkan, dengan lampiran tabel, peta, dan gambar.",
];

/// Plain words.
pub(super) const PLAIN: [&str; 3] = [
    "Ini rekaan. Di sini Anda dapat melihat apa yang dikerjakan untuk & dan berapa biayanya.",
    "Ini rekaan. Cari nama desa Anda untuk tahu keadaan & di sana.",
    "Ini rekaan. Yang dijanjikan tentang & dan yang tercapai dapat dibandingkan.",
];

/// Beginnings, middles and ends of places that do not exist.
pub(super) const SYLLABLES: [[&str; 16]; 3] = [
    [
        "Lawa", "Mari", "Sano", "Teba", "Wuri", "Kalo", "Bati", "Duno", "Poso", "Rengi", "Gawa", "Toli",
        "Ampi", "Ngalo", "Siba", "Ula",
    ],
    ["le", "na", "ku", "mbo", "ta", "ri", "ngo", "sa", "pe", "lu", "wa", "do", "mi", "be", "ha", "nti"],
    ["an", "ri", "ngga", "lu", "po", "ta", "wo", "na", "ki", "sa", "mpe", "do", "re", "ya", "bu", "lo"],
];
