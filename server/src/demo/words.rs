//! Invented titles and texts. `#` stands for a district's name.

use shared::complaint::Class;

/// What is written about one sector.
pub(super) struct Words {
    pub(super) sector: &'static str,
    /// How often, compared with the others.
    pub(super) weight: u32,
    /// How slow its office is: days of every step are multiplied by it, in tenths.
    pub(super) slowness: u32,
    pub(super) pairs: &'static [(Class, &'static str, &'static str)],
}

use Class::{Aspiration as A, Complaint as C, InformationRequest as I};

#[rustfmt::skip]
pub(super) const WORDS: [Words; 15] = [
    Words { sector: "penanggulangan_bencana", weight: 9, slowness: 16, pairs: &[
        (C, "Hunian tetap di # belum berlistrik", "Hunian tetap sudah ditempati sejak dua bulan lalu, tetapi sambungan listriknya belum ada."),
        (C, "Dana stimulan rumah rusak di # belum cair", "Berkas dana stimulan sudah lengkap sejak awal tahun dan belum ada kabar pencairannya."),
        (A, "Usul rambu jalur evakuasi di #", "Warga mengusulkan rambu jalur evakuasi tsunami di sepanjang jalan pantai."),
        (I, "Daftar penerima hunian tetap di #", "Mohon daftar penerima hunian tetap tahap kedua beserta tahapan pembangunannya."),
    ] },
    Words { sector: "tenaga_kerja", weight: 7, slowness: 12, pairs: &[
        (C, "Upah lembur di # tidak dibayar", "Lembur tiga bulan terakhir belum dibayar meskipun sudah dicatat di daftar hadir."),
        (C, "THR pekerja toko di # terlambat", "THR belum diterima sampai seminggu setelah hari raya."),
        (A, "Usul pelatihan kerja di #", "Pemuda desa berharap ada pelatihan las dan menjahit di balai desa."),
    ] },
    Words { sector: "kesehatan_masyarakat", weight: 10, slowness: 7, pairs: &[
        (C, "Obat di puskesmas # sering habis", "Obat tekanan darah kosong sejak dua minggu dan pasien diminta membeli sendiri."),
        (C, "Antrean puskesmas # sangat panjang", "Pasien datang pukul enam pagi dan baru dilayani menjelang siang."),
        (A, "Usul posyandu keliling di #", "Dusun yang jauh berharap dikunjungi posyandu keliling sebulan sekali."),
        (I, "Jadwal imunisasi di #", "Mohon jadwal imunisasi anak untuk tiga bulan ke depan."),
    ] },
    Words { sector: "dana_desa", weight: 8, slowness: 14, pairs: &[
        (C, "BLT dana desa di # belum dibagikan", "BLT triwulan ini belum dibagikan dan warga belum mendapat penjelasan."),
        (I, "Laporan APBDes di #", "Mohon ringkasan APBDes tahun lalu dan papan informasinya dipasang di kantor desa."),
        (C, "Jalan tani di # tidak selesai", "Pekerjaan jalan tani berhenti di tengah tanpa papan proyek."),
    ] },
    Words { sector: "kepegawaian", weight: 4, slowness: 10, pairs: &[
        (C, "Berkas kenaikan pangkat di # lama diproses", "Berkas kenaikan pangkat sudah diajukan enam bulan lalu dan belum ada kabar."),
        (I, "Formasi PPPK di #", "Mohon keterangan formasi PPPK tenaga kesehatan tahun depan."),
    ] },
    Words { sector: "pengelolaan_air_minum", weight: 8, slowness: 9, pairs: &[
        (C, "Air bersih di # tidak mengalir", "Air tidak mengalir sejak pipa induk diperbaiki minggu lalu."),
        (C, "Air PAM di # keruh", "Air keruh dan berbau setiap habis hujan, warga terpaksa membeli air galon."),
        (A, "Usul sumur bor di #", "Dusun atas mengusulkan satu sumur bor bersama."),
    ] },
    Words { sector: "listrik", weight: 7, slowness: 5, pairs: &[
        (C, "Lampu jalan di # padam", "Lampu jalan di depan pasar padam sejak sepekan, jalan menjadi gelap dan rawan."),
        (C, "Tiang listrik di # miring", "Tiang miring setelah hujan lebat dan kabelnya menjuntai di atas jalan."),
        (C, "Listrik sering padam di #", "Listrik padam hampir setiap malam antara pukul tujuh dan sembilan."),
    ] },
    Words { sector: "infrastruktur_jalan", weight: 14, slowness: 15, pairs: &[
        (C, "Jalan provinsi di # berlubang", "Lubang dalam di tikungan sudah beberapa kali membuat pengendara jatuh."),
        (C, "Jembatan kayu di # lapuk", "Papan jembatan lapuk dan kendaraan roda empat tidak dapat lewat."),
        (C, "Drainase di # tersumbat", "Saluran tersumbat sehingga air meluap ke jalan setiap hujan."),
        (A, "Usul zebra cross di depan sekolah #", "Orang tua murid mengusulkan tempat penyeberangan di depan sekolah."),
    ] },
    Words { sector: "pertanahan", weight: 5, slowness: 20, pairs: &[
        (C, "Batas tanah di # dipersoalkan", "Patok batas hilang setelah pelebaran jalan dan perlu diukur ulang."),
        (I, "Tahapan ganti rugi lahan di #", "Mohon tahapan dan jadwal ganti rugi lahan untuk pelebaran jalan."),
    ] },
    Words { sector: "pendidikan", weight: 9, slowness: 8, pairs: &[
        (C, "Atap SMA di # bocor", "Dua ruang kelas tidak dapat dipakai saat hujan karena atapnya bocor."),
        (C, "Guru SMK di # kurang", "Pelajaran kejuruan kosong dua hari seminggu karena gurunya belum ada."),
        (A, "Usul perpustakaan keliling di #", "Murid berharap perpustakaan keliling datang ke desa sebulan sekali."),
        (I, "Syarat beasiswa daerah di #", "Mohon syarat dan jadwal beasiswa daerah bagi murid SMA."),
    ] },
    Words { sector: "perhubungan", weight: 5, slowness: 9, pairs: &[
        (C, "Terminal # tidak terawat", "Ruang tunggu terminal rusak dan tidak ada tempat duduk."),
        (C, "Jadwal kapal di # tidak pasti", "Jadwal kapal berubah tanpa pengumuman sehingga penumpang menunggu semalaman."),
    ] },
    Words { sector: "lingkungan_hidup", weight: 8, slowness: 11, pairs: &[
        (C, "Sampah menumpuk di pasar #", "Sampah pasar tidak diangkut lima hari dan baunya sampai ke rumah warga."),
        (C, "Sungai di # keruh oleh tambang", "Air sungai keruh sejak ada penggalian pasir di hulu."),
        (A, "Usul bank sampah di #", "Kelompok ibu mengusulkan bank sampah di balai desa."),
    ] },
    Words { sector: "sosial", weight: 8, slowness: 10, pairs: &[
        (C, "Bantuan sembako di # tidak merata", "Beberapa lansia di dusun ini belum pernah tercatat sebagai penerima."),
        (I, "Cara mendaftar DTKS di #", "Mohon penjelasan cara mendaftar dan memperbarui data DTKS."),
        (C, "Akses kursi roda kantor di # tidak ada", "Kantor layanan belum mempunyai bidang landai untuk kursi roda."),
    ] },
    Words { sector: "perempuan_dan_anak", weight: 2, slowness: 6, pairs: &[
        (C, "Rumah aman di # perlu ditambah", "Layanan pendampingan memerlukan rumah aman yang lebih dekat."),
        (A, "Usul ruang ramah anak di #", "Warga mengusulkan ruang bermain ramah anak di taman kecamatan."),
    ] },
    Words { sector: "pelayanan_publik", weight: 6, slowness: 7, pairs: &[
        (C, "Antrean Samsat di # lama", "Antrean pajak kendaraan memakan waktu setengah hari karena loketnya hanya satu."),
        (I, "Jam layanan perizinan di #", "Mohon jam layanan dan persyaratan izin usaha kecil."),
        (A, "Usul loket prioritas di #", "Warga mengusulkan loket prioritas bagi lansia dan penyandang disabilitas."),
    ] },
];

/// About officials: sealed from receipt.
#[rustfmt::skip]
pub(super) const SEALED: [(&str, &str, &str); 3] = [
    ("dana_desa", "Dugaan potongan bantuan di #", "Ada dugaan potongan bantuan oleh petugas; kejadian, orang dan jumlahnya rekaan."),
    ("pelayanan_publik", "Dugaan pungutan di loket #", "Ada dugaan pungutan tanpa kuitansi di loket; kejadian dan orangnya rekaan."),
    ("pendidikan", "Dugaan pungutan di sekolah #", "Ada dugaan pungutan saat pendaftaran; kejadian dan orangnya rekaan."),
];

/// Says of a title that it is invented.
pub(super) const INVENTED_TITLE: &str = " (contoh)";
/// Says of a text that it is invented.
pub(super) const INVENTED: &str = " (contoh rekaan)";

/// What offices write back.
pub(super) const ANSWERS: [&str; 4] = [
    "Tim kami sudah turun ke lokasi dan pekerjaannya selesai hari ini.",
    "Sudah kami tindak lanjuti bersama pemerintah kecamatan; perbaikan dijadwalkan minggu ini.",
    "Terima kasih. Keterangan yang diminta kami lampirkan pada papan informasi kantor.",
    "Usulan ini kami catat untuk rencana kerja tahun depan.",
];
pub(super) const ASKED: &str = "Mohon lengkapi patokan lokasi atau foto agar kami dapat menindaklanjuti.";
pub(super) const COMPLETED: &str = "Pelapor sudah melengkapi patokan lokasi.";
pub(super) const REFUSED: &str = "Belum selesai: keadaannya masih sama seperti sebelumnya.";
pub(super) const RETURNED: &str = "Bukan kewenangan kami; mohon diteruskan ke perangkat daerah yang sesuai.";
pub(super) const ARCHIVED: &str = "Data yang diminta tidak dilengkapi dalam waktu yang ditentukan.";
