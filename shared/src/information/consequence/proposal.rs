use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::information::entry::{agency, label, message};
use crate::problem::{Blame, FieldProblem, Problem};
use crate::text::Title;

/// What is proposed to be excluded, as it is typed. All of it but the public name, the agency and the law stays within the office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewConsequenceTest {
    /// What everyone reads that it is called, once it is excluded. It must not tell what is excluded.
    pub public_title: String,
    /// The key of the agency that holds it.
    pub agency: String,
    /// Part 1: the document.
    pub document: String,
    /// Part 2: the exact information in it.
    pub information: String,
    /// Part 3: the law relied on, with its article. Everyone reads it.
    pub law: String,
    /// Part 4: the consequence if it is opened.
    pub consequence: String,
    /// Part 4: the public interest in it, and what weighs more.
    pub interest: String,
    /// Part 5: until which day it is to be excluded, `YYYY-MM-DD`.
    pub until: String,
    /// Part 6: who proposes it, with their office.
    pub proposer: String,
}

/// What is proposed to be excluded, with every rule kept. Only its public name, its agency and the law are for everyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConsequenceTest {
    /// What everyone reads that it is called.
    pub public_title: String,
    /// The key of the agency that holds it.
    pub agency: String,
    /// Part 1: the document.
    pub document: String,
    /// Part 2: the exact information in it.
    pub information: String,
    /// Part 3: the law relied on.
    pub law: String,
    /// Part 4: the consequence if it is opened.
    pub consequence: String,
    /// Part 4: the public interest in it.
    pub interest: String,
    /// Part 5: until which day it is to be excluded; the decision says until when it is.
    pub until: Day,
    /// Part 6: who proposes it.
    pub proposer: String,
}

impl NewConsequenceTest {
    /// Reads every field and tells all problems at once, in the order of the form.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(
        &self,
        today: Day,
        is_agency: impl Fn(&str) -> bool,
    ) -> Result<ConsequenceTest, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let title = Title::parse(&self.public_title).map(|text| text.as_str().to_owned());
        let public_title = blame.read("public_title", title);
        let agency = blame.read("agency", agency(&self.agency, is_agency));
        let document = blame.read("document", message(&self.document));
        let information = blame.read("information", message(&self.information));
        let law = blame.read("law", message(&self.law));
        let consequence = blame.read("consequence", message(&self.consequence));
        let interest = blame.read("interest", message(&self.interest));
        let until = blame.read("until", until(&self.until, today));
        let proposer = blame.read("proposer", label(&self.proposer));
        match (public_title, agency, document, information, law, consequence, interest, until, proposer) {
            (
                Some(public_title),
                Some(agency),
                Some(document),
                Some(information),
                Some(law),
                Some(consequence),
                Some(interest),
                Some(until),
                Some(proposer),
            ) => blame.close(Some(ConsequenceTest {
                public_title,
                agency,
                document,
                information,
                law,
                consequence,
                interest,
                until,
                proposer,
            })),
            _ => blame.close(None),
        }
    }
}

/// The last day of a term that has not ended.
pub(super) fn until(raw: &str, today: Day) -> Result<Day, Problem> {
    if raw.trim().is_empty() {
        return Err(Problem::Required);
    }
    let day = Day::parse(raw.trim()).map_err(|_| Problem::NotADate)?;
    if day > today { Ok(day) } else { Err(Problem::NotInFuture) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> NewConsequenceTest {
        NewConsequenceTest {
            public_title: "Sebagian dokumen pengadaan".into(),
            agency: "contoh".into(),
            document: "Berkas penawaran".into(),
            information: " Harga satuan. ".into(),
            law: "Undang-undang contoh, pasal contoh".into(),
            consequence: "Persaingan terganggu.".into(),
            interest: "Kepentingan umum lebih terlindungi bila ditutup sementara.".into(),
            until: "2026-12-31".into(),
            proposer: "Sekretaris Dinas Contoh".into(),
        }
    }

    fn check(new: &NewConsequenceTest) -> Result<ConsequenceTest, Vec<(String, Problem)>> {
        let today = Day::parse("2026-06-10").unwrap();
        let checked = new.check(today, |key| key == "contoh");
        checked.map_err(|problems| problems.into_iter().map(|one| (one.field, one.problem)).collect())
    }

    #[test]
    fn what_is_in_order_is_kept_tidy() {
        let kept = check(&good()).unwrap();
        assert_eq!((&*kept.information, kept.until), ("Harga satuan.", Day::new(2026, 12, 31).unwrap()));
    }

    #[test]
    fn every_part_must_be_there() {
        let problems = check(&NewConsequenceTest::default()).unwrap_err();
        let names: Vec<&str> = problems.iter().map(|(field, _)| field.as_str()).collect();
        let parts = [
            "public_title",
            "agency",
            "document",
            "information",
            "law",
            "consequence",
            "interest",
            "until",
            "proposer",
        ];
        assert_eq!(names, parts);
        assert!(problems.iter().all(|(_, problem)| *problem == Problem::Required));
    }

    #[test]
    fn a_term_ends_later_than_today() {
        let check = |change: fn(&mut NewConsequenceTest), field: &str, problem: Problem| {
            let mut new = good();
            change(&mut new);
            assert_eq!(check(&new).unwrap_err(), [(field.to_owned(), problem)]);
        };
        check(|new| new.until = "2026-06-10".into(), "until", Problem::NotInFuture);
        check(|new| new.until = "selamanya".into(), "until", Problem::NotADate);
        check(|new| new.agency = "lain".into(), "agency", Problem::UnknownValue);
        check(|new| new.law = "x".repeat(2_001), "law", Problem::TooLong(2_000));
    }
}
