use super::account::texts;
use super::reached_by;

reached_by! {
    /// The register of accounts.
    register: RegisterTexts
}

texts! {
    /// The register of accounts.
    RegisterTexts {
        /// The page's name.
        page: "Akun petugas", "Accounts";
        /// What the page is for.
        lead: "Undang petugas dengan tautan sekali pakai. Tidak ada kata sandi bawaan: setiap orang memilih sendiri.", "Invite people by a link that opens once. There are no default passwords: everyone chooses their own.";
        /// Opens the form.
        invite: "Undang petugas", "Invite somebody";
        /// Field.
        search: "Cari nama, akun, peran, atau Perangkat Daerah", "Search by name, account, role or agency";
        /// Nothing fits.
        none: "Tidak ada akun yang cocok.", "No account fits.";
        /// Hint.
        name_hint: "3–40 huruf kecil, angka, titik, atau garis. Tidak dapat diubah lagi.", "3 to 40 small letters, digits, dots or dashes. It cannot be changed later.";
        /// Field.
        full_name: "Nama lengkap", "Full name";
        /// Field.
        email: "Email", "E-mail";
        /// Hint.
        email_hint: "Untuk pengingat batas waktu dan penugasan.", "For reminders of last days and for what is given to them.";
        /// Field.
        role: "Peran", "Role";
        /// Field.
        role_agency: "Perangkat Daerah untuk peran itu", "Agency of that role";
        /// Adds what is picked.
        add_role: "Tambahkan peran", "Add the role";
        /// Takes a role away, named.
        drop_role: "Lepas peran {role}", "Take the role {role} away";
        /// Short.
        drop: "Lepas", "Take away";
        /// No role yet.
        no_roles: "Belum ada peran.", "No roles yet.";
        /// Sends the form of a new one.
        make: "Buat undangan", "Make the invitation";
        /// Badge.
        invited: "diundang", "invited";
        /// Badge: the link holds no more.
        lapsed: "undangan kedaluwarsa", "invitation lapsed";
        /// Badge.
        inactive: "nonaktif", "deactivated";
        /// When they came last.
        signed_in: "Masuk terakhir {moment}", "Signed in last {moment}";
        /// Never.
        never: "Belum pernah masuk", "Has never signed in";
        /// Until when the link holds.
        waits: "Undangan berlaku sampai {moment}", "The invitation holds until {moment}";
        /// Opens the form of one.
        change_named: "Ubah akun {name}", "Change the account {name}";
        /// Makes a new link.
        reset: "Tautan baru", "New link";
        /// Why.
        reset_why: "Untuk kata sandi atau autentikator yang hilang. Sesi yang terbuka berakhir, dan kata sandi lama tidak berlaku.", "For a lost password or authenticator. Open sessions end, and the old password opens nothing.";
        /// Asks once more.
        reset_sure: "Ya, buat tautan baru", "Yes, make a new link";
        /// Takes it away.
        deactivate: "Nonaktifkan", "Deactivate";
        /// What that means.
        deactivate_why: "Akun tidak dapat masuk lagi. Aduan yang dikerjakannya menjadi belum bertugas; catatan perbuatannya tetap.", "The account cannot sign in any more. Cases it has in hand become nobody's; what it did stays on record.";
        /// Asks once more.
        deactivate_sure: "Ya, nonaktifkan", "Yes, deactivate it";
        /// Brings it back.
        reactivate: "Aktifkan lagi", "Bring back";
        /// What that means.
        reactivate_why: "Akun dibuka lagi dengan tautan undangan baru.", "The account is opened again by a new invitation.";
        /// Heading of a link.
        link: "Tautan undangan untuk {name}", "Invitation link for {name}";
        /// What to do with it.
        link_lead: "Kirim hanya kepada orangnya, misalnya lewat pesan langsung. Tautan dibuka sekali, sampai {moment}, dan tidak ditampilkan lagi.", "Give it to nobody else, by a direct message for instance. It opens once, until {moment}, and is not shown again.";
        /// Copies it.
        copy: "Salin tautan", "Copy the link";
        /// Done.
        copied: "Tersalin.", "Copied.";
        /// Not done.
        not_copied: "Tidak dapat disalin; pilih dan salin sendiri.", "It could not be copied; select and copy it yourself.";
        /// Puts it away.
        close: "Sudah saya kirim", "I have sent it";
        /// Somebody was faster.
        changed: "Akun ini sudah diubah orang lain. Daftar di bawah menunjukkan yang baru.", "Somebody else has changed this account. The list below shows it as it is now.";
        /// It worked.
        saved: "Tersimpan.", "Saved.";
    }
}
