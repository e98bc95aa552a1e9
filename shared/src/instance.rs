//! What an instance is set up with, as far as everyone may see it.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::lang::Lang;
use crate::protection::Retention;
use crate::region::Region;
use crate::regulation::Profile;

/// The public settings: everything the page must know before it can show a form or a recap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Meta {
    /// The instance.
    pub instance: Instance,
    /// The local day now; forms check dates against it, not against the phone's clock.
    pub today: Day,
    /// Sectors in their configured order.
    pub sectors: Vec<Sector>,
    /// Agencies in their configured order.
    pub agencies: Vec<Agency>,
    /// Regencies and cities; districts and villages are fetched when needed.
    pub regencies: Vec<Region>,
    /// The profile that applies to complaints received today.
    pub profile: Option<Profile>,
    /// How long what is kept of a complaint after it has ended.
    pub retention: Retention,
    /// The software's version.
    pub version: String,
}

/// The instance itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Instance {
    /// The name shown in the header.
    pub name: String,
    /// The province's name.
    pub province: String,
    /// The province's region code.
    pub province_code: String,
    /// The office that coordinates.
    pub office: String,
    /// The time zone's short name: WIB, WITA or WIT. All three are fixed offsets.
    pub time_zone: String,
    /// Minutes east of UTC.
    pub utc_offset_minutes: i32,
    /// The agency key of the inspectorate, which has the sealed lane.
    pub inspectorate: String,
    /// Other ways to reach the government.
    pub contacts: Vec<Contact>,
    /// Whether the complaints shown are invented, for a first look.
    pub demo: bool,
}

/// A way to reach the government.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contact {
    /// What it is: `web`, `sms`, `phone`, `email`, `address`.
    pub kind: String,
    /// Its name, such as SP4N-LAPOR!.
    pub label: String,
    /// The number or address.
    pub value: String,
}

impl Contact {
    /// What it is reached by; none for a place.
    pub fn address(&self) -> Option<String> {
        let value = self.value.as_str();
        let dialled = || value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
        match self.kind.as_str() {
            "web" if value.starts_with("https://") => Some(value.to_owned()),
            "web" => Some(["https://", value].concat()),
            "email" => Some(["mailto:", value].concat()),
            "phone" => Some(["tel:", &dialled()].concat()),
            "sms" => Some(["sms:", &dialled()].concat()),
            _ => None,
        }
    }

    /// The number or address as people read it.
    pub fn shown(&self) -> &str {
        self.value.trim_start_matches("https://").trim_end_matches('/')
    }
}

/// A public affair that complaints are about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sector {
    /// Its stable key.
    pub key: String,
    /// Its Indonesian name.
    pub label: String,
    /// Its English name.
    pub label_en: String,
    /// Words that people use for it, for the search in the form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Whether small counts of it could identify a reporter.
    #[serde(default)]
    pub sensitive: bool,
    /// Whether nothing is filed under it any more; what was is still called by its name.
    #[serde(default, skip_serializing_if = "is_not")]
    pub retired: bool,
}

/// A provincial office that answers complaints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agency {
    /// Its stable key.
    pub key: String,
    /// Its Indonesian name.
    pub label: String,
    /// Its English name.
    pub label_en: String,
    /// Whether nothing is disposed to it any more; what was is still called by its name.
    #[serde(default, skip_serializing_if = "is_not")]
    pub retired: bool,
}

impl Sector {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.label,
            Lang::En => &self.label_en,
        }
    }
}

impl Agency {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.label,
            Lang::En => &self.label_en,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_not(flag: &bool) -> bool {
    !*flag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_become_links() {
        let check = |kind: &str, value: &str, expected: Option<&str>| {
            let contact = Contact { kind: kind.into(), label: String::new(), value: value.into() };
            assert_eq!(contact.address().as_deref(), expected, "{kind} {value}");
        };
        check("web", "www.lapor.go.id", Some("https://www.lapor.go.id"));
        check("sms", "1708", Some("sms:1708"));
        check("phone", "(0451) 421-234", Some("tel:0451421234"));
        check("email", "kominfo@contoh.example", Some("mailto:kominfo@contoh.example"));
        check("address", "Jalan Sam Ratulangi", None);
    }
}
