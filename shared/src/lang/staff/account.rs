use super::reached_by;

macro_rules! texts {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $id:literal, $en:literal;)+ }) => {
        $(#[$about])*
        pub struct $name {
            $($(#[$doc])* pub $field: &'static str,)+
        }

        const ID: $name = $name { $($field: $id,)+ };
        const EN: $name = $name { $($field: $en,)+ };
    };
}

pub(super) use texts;

reached_by! {
    /// Signing in, invitations and the account's own page.
    account: AccountTexts
}

texts! {
    /// Signing in, invitations and the account's own page.
    AccountTexts {
        /// The room's name.
        room: "Ruang petugas", "Staff room";
        /// Heading of signing in.
        sign_in: "Masuk", "Sign in";
        /// What signing in is for.
        sign_in_lead: "Untuk petugas pengelola pengaduan. Warga tidak memerlukan akun.", "For the staff who handle complaints. Citizens need no account.";
        /// Where citizens go.
        for_citizens: "Saya ingin mengadu", "I want to complain";
        /// Field.
        name: "Nama akun", "Account name";
        /// Field.
        password: "Kata sandi", "Password";
        /// Field.
        totp: "Kode autentikator", "Authenticator code";
        /// Hint.
        totp_hint: "Enam angka dari aplikasi autentikator, atau satu kode pemulihan.", "Six digits from your authenticator app, or one recovery code.";
        /// Why it did not work; which of them, nobody is told.
        refused: "Nama, kata sandi, atau kode tidak cocok. Kode hanya berlaku sekali; tunggu kode berikutnya.", "Name, password or code do not fit. A code works once; wait for the next one.";
        /// The session has ended.
        ended: "Sesi Anda sudah berakhir. Masuk lagi untuk melanjutkan.", "Your session has ended. Sign in again to go on.";
        /// Leaves.
        sign_out: "Keluar", "Sign out";
        /// Heading of the account's page.
        mine: "Akun saya", "My account";
        /// What they are there for.
        roles: "Peran", "Roles";
        /// How many codes are left.
        codes_left: "Kode pemulihan tersisa: {n}", "Recovery codes left: {n}";
        /// When there are few.
        codes_few: "Minta administrator mengatur ulang akun sebelum kode habis.", "Ask the administrator to reset the account before they run out.";
        /// Heading of the sessions.
        sessions: "Tempat Anda masuk", "Where you are signed in";
        /// What to look for.
        sessions_lead: "Akhiri sesi yang tidak Anda kenal, lalu minta administrator mengatur ulang akun.", "End a session that you do not know, then ask the administrator to reset the account.";
        /// The one that is used now.
        present: "sesi ini", "this session";
        /// When it began.
        began: "Sejak {moment}", "Since {moment}";
        /// When it was used.
        seen: "terakhir dipakai {moment}", "last used {moment}";
        /// Ends one.
        revoke: "Akhiri", "End it";
        /// Where a browser does not say.
        unknown_device: "Peramban tidak dikenal", "Unknown browser";
        /// Heading of an invitation.
        welcome: "Selamat datang, {name}", "Welcome, {name}";
        /// What is to be done.
        welcome_lead: "Pasang autentikator dan pilih kata sandi untuk akun {account}.", "Set up an authenticator and choose a password for the account {account}.";
        /// First step.
        key: "1. Pasang autentikator", "1. Set up an authenticator";
        /// How.
        key_hint: "Pindai gambar ini dengan aplikasi autentikator di HP, atau ketik kuncinya.", "Scan this picture with an authenticator app, or type its key.";
        /// The picture's name.
        key_picture: "Gambar QR kunci autentikator", "QR picture of the authenticator's key";
        /// Second step.
        choose: "2. Pilih kata sandi", "2. Choose a password";
        /// Hint.
        choose_hint: "Paling sedikit 12 huruf. Beberapa kata yang Anda ingat lebih baik daripada tanda-tanda rumit.", "At least 12 characters. A few words that you remember beat complicated signs.";
        /// Accepts.
        accept: "Aktifkan akun", "Activate the account";
        /// A link that does not hold.
        no_invitation: "Tautan undangan ini tidak berlaku", "This invitation link does not hold";
        /// What to do.
        no_invitation_lead: "Tautan hanya berlaku sekali dan tujuh hari. Minta tautan baru kepada administrator.", "A link opens once and for seven days. Ask the administrator for a new one.";
        /// Heading after it.
        ready: "Akun siap dipakai", "The account is ready";
        /// What the codes are.
        codes: "Kode pemulihan", "Recovery codes";
        /// What to do with them.
        codes_lead: "Setiap kode membuka akun satu kali bila autentikator hilang. Catat atau cetak sekarang: kode ini tidak ditampilkan lagi.", "Each code opens the account once if the authenticator is lost. Note or print them now: they are not shown again.";
        /// Goes on.
        to_sign_in: "Sudah saya catat, masuk", "I have noted them, sign in";
    }
}
