use shared::lang::Lang;

/// Texts of the empty room. They move to `shared::lang::staff` with the desk.
pub struct Words {
    /// The title.
    pub title: &'static str,
    /// That there is nothing yet.
    pub not_yet: &'static str,
    /// The way back.
    pub home: &'static str,
}

const ID: Words = Words {
    title: "Ruang petugas",
    not_yet: "Ruang petugas sedang disiapkan. Belum ada yang dapat dikerjakan di sini.",
    home: "Kembali ke halaman depan",
};

const EN: Words = Words {
    title: "Staff room",
    not_yet: "The staff room is being prepared. There is nothing to work on here yet.",
    home: "Back to the front page",
};

/// The texts in a language.
pub const fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}
