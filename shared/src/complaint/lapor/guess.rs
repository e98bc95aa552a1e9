use super::plan::{ColumnOf, LaporField, folded};
use crate::complaint::Stage;

/// Pieces of names by which columns are known, the surest first. They are guesses, which people see and mend.
const NAMES: [(LaporField, &[&str]); 9] = [
    (LaporField::Id, &["tracking", "nomor laporan", "no laporan", "id laporan", "nomor", "id"]),
    (LaporField::ReceivedOn, &["tanggal masuk", "tanggal laporan", "tanggal terima", "tanggal", "tgl"]),
    (LaporField::Title, &["judul", "subjek", "title"]),
    (LaporField::Content, &["isi laporan", "isi", "uraian", "konten", "content"]),
    (LaporField::Status, &["status"]),
    (LaporField::Class, &["klasifikasi", "tipe", "jenis"]),
    (LaporField::Sector, &["kategori", "topik", "bidang"]),
    (LaporField::Agency, &["instansi", "opd", "perangkat daerah", "disposisi"]),
    (LaporField::Region, &["kabupaten", "kota", "lokasi", "wilayah"]),
];

/// What columns say, guessed by their names; each column says one thing.
pub fn guess_columns(columns: &[String]) -> Vec<ColumnOf> {
    let mut taken: Vec<usize> = Vec::new();
    let mut guessed = Vec::new();
    for (field, pieces) in NAMES {
        let of_piece = |piece: &&str| {
            let fits = |name: &str| {
                // A short piece is a word of its own: "id" stands in many others.
                let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
                if piece.len() < 3 { words.contains(piece) } else { name.contains(piece) }
            };
            (0..columns.len()).find(|place| !taken.contains(place) && fits(&folded(&columns[*place])))
        };
        if let Some(place) = pieces.iter().find_map(of_piece) {
            taken.push(place);
            guessed.push(ColumnOf { field, column: columns[place].clone() });
        }
    }
    guessed
}

/// The stage that a status in LAPOR! most likely is.
pub fn guess_stage(status: &str) -> Option<Stage> {
    let status = folded(status);
    let has = |piece: &str| status.contains(piece);
    // In this order: "belum terverifikasi" holds "terverifikasi".
    match () {
        () if has("arsip") => Some(Stage::Archived),
        () if has("tunda") => Some(Stage::Postponed),
        () if has("belum") && (has("verif") || has("disposisi")) => Some(Stage::Received),
        () if has("belum") => Some(Stage::Disposed),
        () if has("selesai") || has("tutup") => Some(Stage::Closed),
        () if has("proses") => Some(Stage::InProgress),
        () if has("disposisi") || has("terdisposisi") => Some(Stage::Disposed),
        () if has("verif") => Some(Stage::Verified),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_guessed_by_their_names() {
        let names = [
            "No",
            "Tracking ID",
            "Tanggal Laporan Masuk",
            "Judul Laporan",
            "Isi Laporan Awal",
            "Status Laporan",
            "Instansi Terdisposisi",
            "Kategori",
        ];
        let columns: Vec<String> = names.iter().map(ToString::to_string).collect();
        let guessed = guess_columns(&columns);
        let column = |field| guessed.iter().find(|one| one.field == field).map(|one| one.column.as_str());
        assert_eq!(column(LaporField::Id), Some("Tracking ID"));
        assert_eq!(column(LaporField::ReceivedOn), Some("Tanggal Laporan Masuk"));
        assert_eq!(column(LaporField::Title), Some("Judul Laporan"));
        assert_eq!(column(LaporField::Content), Some("Isi Laporan Awal"));
        assert_eq!(column(LaporField::Status), Some("Status Laporan"));
        assert_eq!(column(LaporField::Agency), Some("Instansi Terdisposisi"));
        assert_eq!(column(LaporField::Sector), Some("Kategori"));
        assert_eq!(column(LaporField::Region), None);
    }

    #[test]
    fn statuses_are_guessed_and_strange_ones_are_not() {
        let check = |status: &str, expected| assert_eq!(guess_stage(status), expected, "{status}");
        check("Belum Terverifikasi", Some(Stage::Received));
        check("TERVERIFIKASI", Some(Stage::Verified));
        check("Terdisposisi", Some(Stage::Disposed));
        check("Belum ditindaklanjuti", Some(Stage::Disposed));
        check("Dalam  proses", Some(Stage::InProgress));
        check("Selesai", Some(Stage::Closed));
        check("Ditunda", Some(Stage::Postponed));
        check("Diarsipkan", Some(Stage::Archived));
        check("?", None);
    }
}
