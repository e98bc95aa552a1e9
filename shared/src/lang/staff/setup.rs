use super::account::texts;
use super::reached_by;
use crate::lang::Lang;
use crate::setup::HolidayCategory;

reached_by! {
    /// What the coordinator keeps for the whole instance.
    setup: SetupTexts
}

impl Lang {
    /// Why a day is not worked.
    pub const fn holiday_category(self, category: HolidayCategory) -> &'static str {
        match category {
            HolidayCategory::PublicHoliday => self.pick("Hari libur", "Public holiday"),
            HolidayCategory::JointLeave => self.pick("Cuti bersama", "Joint leave"),
        }
    }
}

texts! {
    /// What the coordinator keeps for the whole instance.
    SetupTexts {
        /// The page's name.
        page: "Pengaturan", "Settings";
        /// What the page is for.
        lead: "Perubahan berlaku seketika dan tercatat dalam rantai peristiwa.", "Changes hold at once and are recorded in the chain of events.";
        /// Section.
        agencies: "Perangkat Daerah", "Agencies";
        /// Section.
        sectors: "Bidang", "Sectors";
        /// Section.
        holidays: "Hari libur dan cuti bersama", "Holidays and joint leave";
        /// Section.
        profiles: "Batas waktu", "Time limits";
        /// Section.
        rules: "Pemeriksaan dan pengingat", "Checks and reminders";
        /// Opens the form.
        add_agency: "Perangkat Daerah baru", "New agency";
        /// Opens the form.
        add_sector: "Bidang baru", "New sector";
        /// Opens the form.
        add_holiday: "Tambah hari", "Add a day";
        /// Opens the form.
        add_profile: "Profil baru", "New profile";
        /// Field.
        key: "Kunci", "Key";
        /// Hint.
        key_hint: "Huruf kecil, angka, garis bawah. Tetap selamanya: angka rekap tersimpan di bawahnya.", "Small letters, digits, underscores. It stays for ever: the recap's figures are kept under it.";
        /// Field.
        label: "Nama (Indonesia)", "Name (Indonesian)";
        /// Field.
        label_en: "Nama (Inggris)", "Name (English)";
        /// Switch.
        retired_agency: "Tidak menerima disposisi lagi", "Takes no more dispositions";
        /// Hint.
        retired_agency_hint: "Aduan yang sudah ada tetap padanya, dan namanya tetap dalam rekap.", "Cases it has stay with it, and its name stays in the recap.";
        /// Switch.
        retired_sector: "Tidak ditawarkan lagi", "Is offered no more";
        /// Hint.
        retired_sector_hint: "Aduan yang sudah ada tetap di bawahnya, dan namanya tetap dalam rekap.", "What was filed stays under it, and its name stays in the recap.";
        /// Badge.
        retired: "tidak dipakai lagi", "retired";
        /// Field.
        keywords: "Kata kunci", "Keywords";
        /// Hint.
        keywords_hint: "Pisahkan dengan koma. Dipakai pencarian di formulir dan saran disposisi.", "Divided by commas. The form's search and the suggestion of an agency use them.";
        /// Switch.
        sensitive: "Angka kecil disamarkan", "Small counts are blurred";
        /// Hint.
        sensitive_hint: "Untuk bidang yang pelapornya dapat dikenali dari jumlah kecil.", "For sectors whose reporters could be known by a small count.";
        /// Field.
        usual_agency: "Biasanya ditangani", "Usually answered by";
        /// Badge.
        is_sensitive: "disamarkan", "blurred";
        /// Field.
        year: "Tahun", "Year";
        /// Field.
        date: "Tanggal", "Day";
        /// Field.
        category: "Jenis", "Kind";
        /// Field.
        holiday_name: "Nama hari", "What the day is called";
        /// Switch.
        estimated: "Masih perkiraan", "Still an estimate";
        /// Hint.
        estimated_hint: "Tanggal batas yang melewatinya ditandai perkiraan.", "Last days that reach past it are marked as estimates.";
        /// Badge.
        is_estimated: "perkiraan", "estimate";
        /// Confirms a day.
        settle: "Sudah pasti", "It is settled";
        /// Named.
        settle_named: "{name} sudah pasti", "{name} is settled";
        /// Takes it out.
        remove: "Hapus", "Remove";
        /// Named.
        remove_named: "Hapus {name}", "Remove {name}";
        /// Asks once more.
        remove_sure: "Ya, hapus hari ini", "Yes, remove this day";
        /// None in that year.
        no_holidays: "Belum ada hari libur untuk tahun ini; hanya Sabtu dan Minggu yang tidak dihitung.", "No holidays for this year yet; only Saturdays and Sundays are left out.";
        /// What a change does.
        holidays_lead: "Setelah diubah, semua tanggal batas aduan terbuka dihitung ulang.", "After a change the last days of all open cases are worked out anew.";
        /// What a profile is.
        request_profiles: "Permohonan informasi dan keberatan", "Requests for information and objections";
        /// What they do.
        request_profiles_lead: "Profil yang berlaku pada hari permohonan diterima menentukan batas waktunya. Aturan baru dibuat sebagai profil baru, mulai suatu hari.", "The profile valid on the day of receipt sets a request's limits. New rules become a new profile, from a day on.";
        /// Enters one.
        add_request_profile: "Tambah profil permohonan", "Add a profile for requests";
        /// Limit.
        notice_days: "Pemberitahuan tertulis", "Written notice";
        /// Limit.
        extension_days: "Perpanjangan, satu kali", "Extension, once";
        /// Limit.
        objection_days: "Mengajukan keberatan", "Filing an objection";
        /// Limit.
        decision_days: "Tanggapan atasan PPID", "The superior's decision";
        /// Limit.
        dispute_days: "Sengketa ke Komisi Informasi", "Dispute before the Komisi Informasi";
        /// What they do.
        profiles_lead: "Profil yang berlaku pada hari aduan diterima menentukan batas waktunya. Aturan baru dibuat sebagai profil baru.", "The profile valid on the day of receipt sets a complaint's limits. New rules become a new profile.";
        /// Field.
        valid_from: "Berlaku sejak", "Valid from";
        /// Line.
        since: "sejak {day}", "since {day}";
        /// Switch.
        pauses: "Penundaan menghentikan hitungan", "Postponing stops the clock";
        /// Hint.
        pauses_hint: "Selama menunggu kelengkapan dari pelapor.", "While the reporter's completion is awaited.";
        /// Switch.
        confirmed: "Sudah dicocokkan dengan peraturan", "Checked against the regulation";
        /// Hint.
        confirmed_hint: "Selama belum, tanggalnya ditandai belum dipastikan di semua halaman.", "Until then its dates are marked as unconfirmed on all pages.";
        /// Badge.
        unconfirmed: "belum dipastikan", "unconfirmed";
        /// Unit.
        working_days: "{n} hari kerja", "{n} working days";
        /// Field of a limit.
        limit: "{step}, {kind} (hari kerja)", "{step}, {kind} (working days)";
        /// Of all kinds.
        all_kinds: "semua jenis", "all kinds";
        /// Field.
        sample_percent: "Aduan selesai yang diperiksa (persen)", "Closed cases that are checked (per cent)";
        /// Hint.
        sample_percent_hint: "Dipilih acak saat ditutup, diperiksa orang di luar Perangkat Daerah.", "Drawn at random on closing, checked by somebody outside the agency.";
        /// Field.
        soon: "Pengingat sebelum batas (hari kerja)", "Reminder before the last day (working days)";
        /// Field.
        officer: "Kepada penanggung jawab setelah terlambat (hari kerja)", "To the responsible officer once late for (working days)";
        /// Field.
        coordinator: "Kepada koordinator setelah terlambat (hari kerja)", "To the coordinator once late for (working days)";
        /// Somebody was faster.
        changed: "Pengaturan sudah diubah orang lain. Yang di bawah adalah yang baru; periksa lalu coba lagi.", "Somebody else has changed the settings. Below is how they are now; look and try again.";
        /// It worked.
        saved: "Tersimpan.", "Saved.";
    }
}
