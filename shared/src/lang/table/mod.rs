//! Tables of texts, and how they travel: a page loads those of one language as a list, in the order of the fields.
//!
//! The server and the tests hold both languages as constants. In the bundles that citizens load they would be a tenth of
//! the weight, and half of it in a language that is not read; so there, with the feature `late-texts`, the tables are
//! filled from the list before anything is drawn.

#[cfg(feature = "late-texts")]
mod late;

#[cfg(feature = "late-texts")]
pub use late::load;
#[cfg(feature = "late-texts")]
pub(super) use late::of;

#[cfg(not(feature = "late-texts"))]
use super::Lang;
#[cfg(any(test, feature = "late-texts"))]
use super::public::{
    AloudTexts, FilingTexts, HomeTexts, KeptTexts, RecapTexts, ReceiptTexts, RedactTexts, ShellTexts,
    TrackingTexts,
};

/// The texts of one language as a list.
#[derive(Default)]
#[cfg_attr(feature = "late-texts", allow(dead_code, reason = "the build writes lists, pages read them"))]
pub(super) struct List(Vec<&'static str>);

/// Something that is read from a list of texts and written into one.
#[allow(dead_code, reason = "the build writes lists, pages read them: neither does both")]
pub(super) trait Table: Sized {
    /// Takes as many texts as it has.
    fn read(texts: &mut Reader) -> Self;
    /// Adds its texts.
    fn write(&self, list: &mut List);
}

/// Where the reading of a list is. Hundreds of fields read from it, so the call is as short as can be: past the end there
/// are only empty texts, and whether there were just enough is asked afterwards.
#[allow(dead_code, reason = "only pages and tests read")]
pub(super) struct Reader {
    texts: Vec<&'static str>,
    next: usize,
}

#[allow(dead_code, reason = "only pages and tests read")]
impl Reader {
    #[inline(never)]
    fn next(&mut self) -> &'static str {
        self.next += 1;
        self.texts.get(self.next - 1).copied().unwrap_or_default()
    }
}

impl Table for &'static str {
    fn read(texts: &mut Reader) -> Self {
        texts.next()
    }

    fn write(&self, list: &mut List) {
        list.0.push(self);
    }
}

impl<const N: usize> Table for [&'static str; N] {
    fn read(texts: &mut Reader) -> Self {
        std::array::from_fn(|_| texts.next())
    }

    fn write(&self, list: &mut List) {
        list.0.extend(self);
    }
}

/// Declares a table: its structure, and how it travels.
macro_rules! table {
    (
        $(#[$about:meta])*
        pub struct $name:ident {
            $($(#[$doc:meta])* pub $field:ident: $kind:ty,)+
        }
    ) => {
        $(#[$about])*
        pub struct $name {
            $($(#[$doc])* pub $field: $kind,)+
        }

        impl $crate::lang::table::Table for $name {
            #[inline(never)]
            fn read(texts: &mut $crate::lang::table::Reader) -> Self {
                Self { $($field: $crate::lang::table::Table::read(texts),)+ }
            }

            fn write(&self, list: &mut $crate::lang::table::List) {
                $($crate::lang::table::Table::write(&self.$field, list);)+
            }
        }
    };
}

/// Declares how a language's table is reached. Its constants are `ID` and `EN`.
macro_rules! reached_by {
    ($(#[$doc:meta])* $name:ident: $table:ty) => {
        impl $crate::lang::Lang {
            $(#[$doc])*
            #[cfg(not(feature = "late-texts"))]
            pub const fn $name(self) -> &'static $table {
                match self {
                    Self::Id => &ID,
                    Self::En => &EN,
                }
            }

            $(#[$doc])*
            #[cfg(feature = "late-texts")]
            pub fn $name(self) -> &'static $table {
                &$crate::lang::table::of(self).$name
            }
        }

        #[cfg(feature = "late-texts")]
        const _: [$table; 2] = [ID, EN];
    };
}

pub(super) use {reached_by, table};

/// All tables of the pages that citizens and staff share.
#[cfg(any(test, feature = "late-texts"))]
pub(super) struct Tables {
    pub(super) shell: ShellTexts,
    pub(super) home: HomeTexts,
    pub(super) filing: FilingTexts,
    pub(super) kept: KeptTexts,
    pub(super) receipt: ReceiptTexts,
    pub(super) tracking: TrackingTexts,
    pub(super) recap: RecapTexts,
    pub(super) redact: RedactTexts,
    pub(super) aloud: AloudTexts,
}

/// The texts of one table.
#[cfg(all(test, not(feature = "late-texts")))]
pub(super) fn texts_of(table: &impl Table) -> Vec<&'static str> {
    let mut list = List::default();
    table.write(&mut list);
    list.0
}

#[cfg(not(feature = "late-texts"))]
impl Lang {
    /// All texts of the pages in this language, in the order in which the late tables read them.
    pub fn texts(self) -> Vec<&'static str> {
        let mut list = List::default();
        self.shell().write(&mut list);
        self.home().write(&mut list);
        self.filing().write(&mut list);
        self.kept().write(&mut list);
        self.receipt().write(&mut list);
        self.tracking().write(&mut list);
        self.recap().write(&mut list);
        self.redact().write(&mut list);
        self.aloud().write(&mut list);
        list.0
    }
}

#[cfg(any(test, feature = "late-texts"))]
impl Tables {
    /// Reads the tables; nothing unless the list has just as many texts as they take.
    fn read(texts: Vec<&'static str>) -> Option<Self> {
        let mut texts = Reader { texts, next: 0 };
        let tables = Self {
            shell: Table::read(&mut texts),
            home: Table::read(&mut texts),
            filing: Table::read(&mut texts),
            kept: Table::read(&mut texts),
            receipt: Table::read(&mut texts),
            tracking: Table::read(&mut texts),
            recap: Table::read(&mut texts),
            redact: Table::read(&mut texts),
            aloud: Table::read(&mut texts),
        };
        (texts.next == texts.texts.len()).then_some(tables)
    }
}

#[cfg(all(test, not(feature = "late-texts")))]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for lang in [Lang::Id, Lang::En] {
            let texts = lang.texts();
            let tables = Tables::read(texts.clone()).expect("as many as there are");
            let mut again = List::default();
            let Tables { shell, home, filing, kept, receipt, tracking, recap, redact, aloud } = tables;
            shell.write(&mut again);
            home.write(&mut again);
            filing.write(&mut again);
            kept.write(&mut again);
            receipt.write(&mut again);
            tracking.write(&mut again);
            recap.write(&mut again);
            redact.write(&mut again);
            aloud.write(&mut again);
            assert_eq!(again.0, texts);
            assert!(Tables::read(texts[1..].to_vec()).is_none(), "one too few");
            assert!(Tables::read([&texts[..], &["more"]].concat()).is_none(), "one too many");
        }
    }
}
