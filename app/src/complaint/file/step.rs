use shared::lang::Lang;
use shared::problem::FieldProblem;

/// The steps of the form, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The class.
    Class,
    /// Title, content and day.
    What,
    /// The place.
    Place,
    /// The sector.
    Sector,
    /// Photos and documents.
    Files,
    /// Officials, the two switches, the identity.
    Protection,
    /// Everything once more.
    Review,
}

impl Step {
    /// All steps.
    pub const ALL: [Self; 7] =
        [Self::Class, Self::What, Self::Place, Self::Sector, Self::Files, Self::Protection, Self::Review];

    /// Its word in the address, so that the phone's back button goes back one step.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Class => "jenis",
            Self::What => "kejadian",
            Self::Place => "tempat",
            Self::Sector => "bidang",
            Self::Files => "lampiran",
            Self::Protection => "perlindungan",
            Self::Review => "periksa",
        }
    }

    /// The step an address names; the first one where it names none.
    pub fn of_word(word: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|step| Some(step.word()) == word).unwrap_or(Self::Class)
    }

    /// Its address.
    pub fn address(self) -> String {
        match self {
            Self::Class => "/adukan".to_owned(),
            _ => ["/adukan?langkah=", self.word()].concat(),
        }
    }

    /// Its place in the order, from zero.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The step before.
    pub fn before(self) -> Option<Self> {
        self.index().checked_sub(1).map(|index| Self::ALL[index])
    }

    /// The step after.
    pub fn after(self) -> Option<Self> {
        Self::ALL.get(self.index() + 1).copied()
    }

    /// The fields it asks for, as problems name them.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Class => &["class"],
            Self::What => &["title", "content", "event_date"],
            Self::Place => &["region", "point", "place"],
            Self::Sector => &["sector"],
            Self::Files => &["files"],
            Self::Protection => &["about_officials", "reporter.name", "reporter.phone", "reporter.email"],
            Self::Review => &[],
        }
    }

    /// The step that a problem belongs to; the last one for what no field asks for.
    pub fn of_problem(problem: &FieldProblem) -> Self {
        let field = field_of(problem);
        Self::ALL.into_iter().find(|step| step.fields().contains(&field)).unwrap_or(Self::Review)
    }
}

/// The form's field that a problem is about: `files.2` is about `files`.
pub fn field_of(problem: &FieldProblem) -> &str {
    match problem.field.split_once('.') {
        Some(("files", _)) => "files",
        _ => &problem.field,
    }
}

/// The id of a field's element.
pub fn element_of(field: &str) -> &'static str {
    match field {
        "class" => "class",
        "title" => "title",
        "content" => "content",
        "event_date" => "event-date",
        "region" => "regency",
        "point" => "position",
        "place" => "place",
        "sector" => "sector-search",
        "about_officials" => "officials",
        "reporter.name" => "name",
        "reporter.phone" => "phone",
        "reporter.email" => "email",
        _ => "files",
    }
}

/// What people call a field.
pub fn label_of(lang: Lang, field: &str) -> &'static str {
    let texts = lang.filing();
    match field {
        "class" => texts.class,
        "title" => texts.title,
        "content" => texts.content,
        "event_date" => texts.event_date,
        "region" => texts.place_label,
        "point" => texts.use_position,
        "place" => texts.place_words,
        "sector" => texts.sector,
        "about_officials" => texts.officials_label,
        "reporter.name" => texts.name,
        "reporter.phone" => texts.phone,
        "reporter.email" => texts.email,
        _ => texts.files,
    }
}

#[cfg(test)]
mod tests {
    use shared::complaint::REPORTER_FIELDS;
    use shared::problem::Problem;

    use super::*;

    #[test]
    fn addresses_come_back() {
        for step in Step::ALL {
            assert_eq!(Step::of_word(Some(step.word())), step);
        }
        assert_eq!(Step::of_word(Some("lain")), Step::Class);
        assert_eq!(Step::of_word(None), Step::Class);
    }

    #[test]
    fn every_problem_has_its_step() {
        let check = |field: &str, expected| {
            assert_eq!(Step::of_problem(&FieldProblem::new(field, Problem::Required)), expected, "{field}");
        };
        check("class", Step::Class);
        check("event_date", Step::What);
        check("region", Step::Place);
        check("files.3", Step::Files);
        check("files", Step::Files);
        for field in REPORTER_FIELDS {
            check(field, Step::Protection);
        }
        check("another", Step::Review);
    }
}
