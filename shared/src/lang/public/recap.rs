use crate::lang::table::{reached_by, table};
use crate::lang::{Lang, fill};

table! {
/// Texts of the figures, the charts and the transparency page. `{n}`, `{name}` and the like stand for values.
pub struct RecapTexts {
    /// The page's title.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// One, with its noun.
    pub one_complaint: &'static str,
    /// Another count, with its noun.
    pub complaints: &'static str,

    /// Heading of the headline figures.
    pub figures: &'static str,
    /// Everything counted.
    pub total: &'static str,
    /// What the first kind means.
    pub awaiting_disposition_note: &'static str,
    /// What the second kind means.
    pub awaiting_follow_up_note: &'static str,
    /// What in progress means.
    pub in_progress_note: &'static str,
    /// What done means.
    pub done_note: &'static str,
    /// (in progress + done) / total.
    pub follow_up_rate: &'static str,
    /// The same, explained under the figure.
    pub follow_up_note: &'static str,
    /// done / total.
    pub closed_rate: &'static str,
    /// The same, explained under the figure.
    pub closed_note: &'static str,
    /// Median working days to the answer.
    pub days_to_answer: &'static str,
    /// Median working days to closing.
    pub days_to_close: &'static str,
    /// One working day.
    pub one_working_day: &'static str,
    /// Another number of working days.
    pub working_days: &'static str,
    /// Over how many.
    pub over_answers: &'static str,
    /// Over how many.
    pub over_closures: &'static str,
    /// A figure that cannot be told yet.
    pub not_yet: &'static str,

    /// The moment the figures were taken.
    pub taken_at: &'static str,
    /// The state of the ledger they were taken from.
    pub revision: &'static str,
    /// The stream is open.
    pub live: &'static str,
    /// The stream is being opened for the first time.
    pub connecting: &'static str,
    /// The stream is being opened again.
    pub reconnecting: &'static str,
    /// Said to screen readers after a change.
    pub announced: &'static str,
    /// Stands where the stream's state will, as long as nothing follows by itself.
    pub reload: &'static str,
    /// Prints the page.
    pub print: &'static str,

    /// Chart by sector.
    pub by_sector: &'static str,
    /// Chart by stage.
    pub by_stage: &'static str,
    /// Chart by month of receipt.
    pub by_month: &'static str,
    /// Chart by regency.
    pub by_region: &'static str,
    /// Chart by agency.
    pub by_agency: &'static str,
    /// Short description of a chart of bars.
    pub chart_summary: &'static str,
    /// Short description of the columns.
    pub months_summary: &'static str,
    /// Short description of the bar of stages.
    pub stages_summary: &'static str,
    /// What a mark says.
    pub mark: &'static str,
    /// What a part of a mark says.
    pub part: &'static str,
    /// What a part of a bar is called whose count is not split.
    pub unsplit: &'static str,
    /// Stands in a table where a count is not split.
    pub not_split: &'static str,
    /// Draws all rows.
    pub show_all: &'static str,
    /// Draws the first rows alone.
    pub show_fewer: &'static str,
    /// Months that are not drawn.
    pub earlier_months: &'static str,
    /// Where a chart has nothing to draw.
    pub nothing_to_draw: &'static str,
    /// What the patterns mean.
    pub legend: &'static str,
    /// Opens the table.
    pub as_table: &'static str,
    /// Name of the list of files.
    pub download: &'static str,
    /// Name of one file's link.
    pub download_as: &'static str,
    /// Opens the explanation.
    pub how_computed: &'static str,
    /// How counts are computed.
    pub counts_explained: &'static str,
    /// How months are counted.
    pub months_explained: &'static str,
    /// How regions are counted.
    pub regions_explained: &'static str,
    /// How agencies are counted.
    pub agencies_explained: &'static str,

    /// Heading and button of the filters.
    pub filters: &'static str,
    /// How many are set.
    pub filters_set: &'static str,
    /// Name of the list of set filters.
    pub active_filters: &'static str,
    /// Takes one filter away.
    pub remove_filter: &'static str,
    /// Takes all away.
    pub remove_all: &'static str,
    /// The choice that filters nothing.
    pub all: &'static str,
    /// First month.
    pub from: &'static str,
    /// Last month.
    pub to: &'static str,
    /// Hands the filters in, where they do not act by themselves.
    pub apply: &'static str,
    /// The day the counts describe.
    pub as_of: &'static str,
    /// What "as of" means.
    pub as_of_note: &'static str,
    /// Quick choice.
    pub today: &'static str,
    /// Quick choice.
    pub end_of_last_month: &'static str,
    /// Quick choice.
    pub end_of_last_year: &'static str,
    /// Name of the quick choices.
    pub quick_choices: &'static str,
    /// The filter's name for a group of stages.
    pub group: &'static str,
    /// An address that asks for what cannot be.
    pub bad_filter: &'static str,
    /// What to do about it.
    pub bad_filter_hint: &'static str,
    /// Nothing matches.
    pub nothing_found: &'static str,
    /// What to do about it.
    pub nothing_found_hint: &'static str,
    /// Nothing was filed yet.
    pub nothing_yet: &'static str,
    /// What to do about it.
    pub nothing_yet_hint: &'static str,
    /// Leads to the form.
    pub file_first: &'static str,

    /// Heading of the list of what waits.
    pub waiting_list: &'static str,
    /// How many wait and how they are sorted.
    pub waiting_lead: &'static str,
    /// One that is not published.
    pub unpublished: &'static str,
    /// One that is not published, without a sector.
    pub unpublished_unknown: &'static str,
    /// Why some have no title.
    pub unpublished_note: &'static str,
    /// Received today, or on a day off.
    pub age_none: &'static str,
    /// Asks for more.
    pub show_more: &'static str,
    /// Leads to the next page of the list.
    pub next_page: &'static str,
    /// Leads back to its first page.
    pub first_page: &'static str,
    /// How many are shown.
    pub shown_of: &'static str,
    /// Nothing waits.
    pub nothing_waits: &'static str,
    /// What that means.
    pub nothing_waits_hint: &'static str,

    /// The figures did not come.
    pub failed: &'static str,
    /// New figures did not come; the old ones stay.
    pub stale: &'static str,
    /// Asks again.
    pub retry: &'static str,
    /// While they come.
    pub loading: &'static str,
}
}

const ID: RecapTexts = RecapTexts {
    title: "Rekap pengaduan",
    lead: "Berapa aduan yang masuk, di tahap mana, dan apa yang masih menunggu – terbuka untuk semua orang.",
    one_complaint: "1 aduan",
    complaints: "{n} aduan",

    figures: "Angka pokok",
    total: "Semua aduan",
    awaiting_disposition_note: "belum diteruskan ke Perangkat Daerah",
    awaiting_follow_up_note: "sudah diteruskan, belum dikerjakan",
    in_progress_note: "sedang dikerjakan atau sudah dijawab",
    done_note: "ditutup setelah dijawab",
    follow_up_rate: "Ditindaklanjuti",
    follow_up_note: "proses dan selesai, dari semua aduan",
    closed_rate: "Selesai",
    closed_note: "dari semua aduan",
    days_to_answer: "Waktu sampai dijawab",
    days_to_close: "Waktu sampai selesai",
    one_working_day: "1 hari kerja",
    working_days: "{n} hari kerja",
    over_answers: "nilai tengah dari {n} jawaban",
    over_closures: "nilai tengah dari {n} aduan selesai",
    not_yet: "belum ada",

    taken_at: "Diambil {moment}",
    revision: "revisi {n}",
    live: "Langsung: terhubung",
    connecting: "Langsung: menyambung …",
    reconnecting: "Langsung: menyambung ulang …",
    announced: "Diperbarui: {waiting} aduan menunggu, {n} seluruhnya.",
    reload: "Muat ulang halaman untuk angka terbaru",
    print: "Cetak",

    by_sector: "Menurut bidang urusan",
    by_stage: "Menurut tahap",
    by_month: "Menurut bulan diterima",
    by_region: "Menurut kabupaten/kota",
    by_agency: "Menurut Perangkat Daerah",
    chart_summary: "Terbanyak: {name}, {count}.",
    months_summary: "Bulan terbanyak: {name}, {count}.",
    stages_summary: "{waiting} dari {n} masih menunggu.",
    mark: "{name}: {count}",
    part: "{name}, {group}: {count}",
    unsplit: "tidak dirinci",
    not_split: "–",
    show_all: "Tampilkan semua ({n})",
    show_fewer: "Tampilkan yang teratas saja",
    earlier_months: "{count} dari bulan-bulan sebelumnya ada di tabel.",
    nothing_to_draw: "Tidak ada yang dapat digambarkan di bawah saringan ini.",
    legend: "Arti corak",
    as_table: "Tabel",
    download: "Unduh",
    download_as: "{name} sebagai {format}",
    how_computed: "Cara menghitung",
    counts_explained: "Setiap aduan dihitung sekali, di tahap tempat aduan itu berada pada akhir hari yang dipilih. Aduan yang diarsipkan tidak dihitung. Baris diurutkan dari jumlah terbanyak; jumlah yang sama mengikuti urutan tetap. Baris tanpa aduan tidak ditampilkan.",
    months_explained: "Setiap aduan dihitung sekali, di bulan aduan itu diterima. Corak menunjukkan tahapnya pada akhir hari yang dipilih, bukan pada bulan itu. Aduan yang diarsipkan tidak dihitung.",
    regions_explained: "Menurut kabupaten atau kota tempat kejadian. Aduan tanpa tempat kejadian tercatat sebagai “Tidak disebutkan”. Jumlah yang terlalu kecil digabung bila dapat menunjuk pada pelapor.",
    agencies_explained: "Menurut Perangkat Daerah yang menerima terusan aduan. Aduan yang belum diteruskan belum menjadi tanggung jawab satu pun Perangkat Daerah dan tercatat sebagai “Tidak disebutkan”.",

    filters: "Saring dan tanggal",
    filters_set: "{n} aktif",
    active_filters: "Saringan aktif",
    remove_filter: "Hapus saringan {name}",
    remove_all: "Hapus semua",
    all: "Semua",
    from: "Diterima sejak bulan",
    to: "Diterima sampai bulan",
    apply: "Terapkan",
    as_of: "Keadaan per tanggal",
    as_of_note: "Angka seperti pada akhir hari itu.",
    today: "Hari ini",
    end_of_last_month: "Akhir bulan lalu",
    end_of_last_year: "Akhir tahun lalu",
    quick_choices: "Pilihan cepat",
    group: "Kelompok",
    bad_filter: "Alamat ini memuat saringan yang tidak dapat dipakai",
    bad_filter_hint: "Hapus saringan itu, atau mulai lagi dari semua aduan.",
    nothing_found: "Tidak ada aduan di bawah saringan ini",
    nothing_found_hint: "Hapus salah satu saringan, atau pilih tanggal dan bulan yang lain.",
    nothing_yet: "Belum ada aduan",
    nothing_yet_hint: "Begitu aduan pertama masuk, angkanya langsung tampil di sini.",
    file_first: "Sampaikan aduan",

    waiting_list: "Yang masih menunggu",
    waiting_lead: "{count}, yang terlama lebih dahulu. Umur dihitung dalam hari kerja sejak diterima.",
    unpublished: "Aduan bidang {name}",
    unpublished_unknown: "Aduan tanpa bidang",
    unpublished_note: "Yang belum dibuka untuk umum hanya tampil menurut bidang dan umurnya.",
    age_none: "baru",
    show_more: "Tampilkan lagi",
    next_page: "Halaman berikutnya",
    first_page: "Kembali ke awal daftar",
    shown_of: "{n} dari {total} ditampilkan",
    nothing_waits: "Tidak ada yang menunggu",
    nothing_waits_hint: "Semua aduan di bawah saringan ini sedang dikerjakan atau sudah selesai.",

    failed: "Angka belum dapat dimuat",
    stale: "Angka terbaru belum dapat dimuat; yang tampil adalah angka sebelumnya.",
    retry: "Coba lagi",
    loading: "Memuat angka …",
};

const EN: RecapTexts = RecapTexts {
    title: "Complaints recap",
    lead: "How many complaints came in, where they stand and what still waits – open to everyone.",
    one_complaint: "1 complaint",
    complaints: "{n} complaints",

    figures: "Key figures",
    total: "All complaints",
    awaiting_disposition_note: "not yet passed on to an agency",
    awaiting_follow_up_note: "passed on, not yet worked on",
    in_progress_note: "being worked on, or answered",
    done_note: "closed after an answer",
    follow_up_rate: "Followed up",
    follow_up_note: "in progress and done, of all complaints",
    closed_rate: "Done",
    closed_note: "of all complaints",
    days_to_answer: "Time to the answer",
    days_to_close: "Time to closing",
    one_working_day: "1 working day",
    working_days: "{n} working days",
    over_answers: "median of {n} answers",
    over_closures: "median of {n} closed",
    not_yet: "none yet",

    taken_at: "Taken {moment}",
    revision: "revision {n}",
    live: "Live: connected",
    connecting: "Live: connecting …",
    reconnecting: "Live: reconnecting …",
    announced: "Updated: {waiting} complaints waiting, {n} in all.",
    reload: "Reload the page for the latest figures",
    print: "Print",

    by_sector: "By sector",
    by_stage: "By stage",
    by_month: "By month of receipt",
    by_region: "By regency or city",
    by_agency: "By agency",
    chart_summary: "Most: {name}, {count}.",
    months_summary: "Busiest month: {name}, {count}.",
    stages_summary: "{waiting} of {n} still wait.",
    mark: "{name}: {count}",
    part: "{name}, {group}: {count}",
    unsplit: "not split",
    not_split: "–",
    show_all: "Show all ({n})",
    show_fewer: "Show the top ones only",
    earlier_months: "{count} of earlier months are in the table.",
    nothing_to_draw: "There is nothing to draw under these filters.",
    legend: "What the patterns mean",
    as_table: "Table",
    download: "Download",
    download_as: "{name} as {format}",
    how_computed: "How it is computed",
    counts_explained: "Every complaint counts once, in the stage where it stood at the end of the chosen day. Archived complaints are left out. Rows go from the highest count to the lowest; equal counts keep their fixed order. Rows without complaints are not shown.",
    months_explained: "Every complaint counts once, in the month it was received. The patterns show its stage at the end of the chosen day, not in that month. Archived complaints are left out.",
    regions_explained: "By the regency or city where it happened. Complaints without a place stand under “Not stated”. Counts too small are put together where they could point at a reporter.",
    agencies_explained: "By the agency that a complaint was forwarded to. Those not yet forwarded are no agency's responsibility so far and stand under “Not stated”.",

    filters: "Filters and date",
    filters_set: "{n} set",
    active_filters: "Filters that are set",
    remove_filter: "Remove the filter {name}",
    remove_all: "Remove all",
    all: "All",
    from: "Received since month",
    to: "Received up to month",
    apply: "Apply",
    as_of: "As of",
    as_of_note: "Figures as at the end of that day.",
    today: "Today",
    end_of_last_month: "End of last month",
    end_of_last_year: "End of last year",
    quick_choices: "Quick choices",
    group: "Group",
    bad_filter: "This address has a filter that cannot be used",
    bad_filter_hint: "Remove that filter, or start again from all complaints.",
    nothing_found: "No complaints under these filters",
    nothing_found_hint: "Remove one of the filters, or choose another date or other months.",
    nothing_yet: "No complaints yet",
    nothing_yet_hint: "As soon as the first one comes in, its figures appear here.",
    file_first: "File a complaint",

    waiting_list: "What still waits",
    waiting_lead: "{count}, oldest first. Their age is in working days since receipt.",
    unpublished: "Complaint about {name}",
    unpublished_unknown: "Complaint without a sector",
    unpublished_note: "Those not published show by sector and age alone.",
    age_none: "new",
    show_more: "Show more",
    next_page: "Next page",
    first_page: "Back to the start of the list",
    shown_of: "{n} of {total} shown",
    nothing_waits: "Nothing is waiting",
    nothing_waits_hint: "All complaints under these filters are being worked on or done.",

    failed: "The figures could not be loaded",
    stale: "The latest figures could not be loaded; these are the ones before.",
    retry: "Try again",
    loading: "Loading figures …",
};

reached_by! {
    /// Texts of the figures, the charts and the transparency page.
    recap: RecapTexts
}

impl Lang {
    /// A count of complaints, with its noun.
    pub fn complaints(self, count: u64) -> String {
        match count {
            1 => self.recap().one_complaint.to_owned(),
            _ => fill(self.recap().complaints, &[("n", &self.number(count))]),
        }
    }

    /// A median of working days, which may lie between two.
    pub fn median_days(self, days: f64) -> String {
        fill(self.recap().working_days, &[("n", &self.decimal(days))])
    }
}
