/// A word that is not one of the known ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not one of the known words")]
pub struct UnknownWord;

/// Writes an enum whose values are stable words: in JSON, addresses, the database and exports alike.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All values, in their natural order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable word.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::complaint::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(crate::complaint::UnknownWord),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What kind of submission it is; the three classes of SP4N-LAPOR!.
    Class {
        /// Pengaduan: something went wrong.
        Complaint = "complaint",
        /// Aspirasi: a wish or proposal.
        Aspiration = "aspiration",
        /// Permintaan informasi.
        InformationRequest = "information_request",
    }
}

words! {
    /// The way it came in.
    Channel {
        /// The form of this site.
        Web = "web",
        /// A letter.
        Letter = "letter",
        /// A telephone call.
        Phone = "phone",
        /// A visit in person.
        Visit = "visit",
        /// SP4N-LAPOR!, by import.
        Lapor = "lapor",
        /// The Open311 interface.
        Open311 = "open311",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back() {
        for class in Class::ALL {
            assert_eq!(class.as_str().parse(), Ok(*class));
        }
        assert_eq!("Complaint".parse::<Class>(), Err(UnknownWord));
    }
}
