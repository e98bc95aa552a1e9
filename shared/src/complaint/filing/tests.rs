use super::*;

struct Known;

impl KnownKeys for Known {
    fn has_sector(&self, key: &str) -> bool {
        key == "dana_desa"
    }

    fn has_region(&self, code: &RegionCode) -> bool {
        code.as_str() == "72.01"
    }
}

fn good() -> Filing {
    Filing {
        class: "complaint".into(),
        title: "Jembatan gantung putus".into(),
        content: "Jembatan di dusun dua putus sejak hari Senin.".into(),
        region: Some("72.01".into()),
        anonymous: true,
        ..Filing::default()
    }
}

/// Changes one thing about a good filing and compares the problems.
fn check(change: impl FnOnce(&mut Filing), expected: &[(&str, Problem)]) {
    let mut filing = good();
    change(&mut filing);
    let today = Day::parse("2026-11-25").expect("is a day");
    let found = filing.check(today, &Known).err().unwrap_or_default();
    let found: Vec<_> = found.iter().map(|problem| (problem.field.as_str(), problem.problem)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_good_filing_has_no_problems() {
    check(|_| {}, &[]);
}

#[test]
fn empty_fields_are_named_in_the_forms_order() {
    check(
        |filing| *filing = Filing::default(),
        &[
            ("class", Problem::Required),
            ("title", Problem::Required),
            ("content", Problem::Required),
            ("region", Problem::Required),
        ],
    );
}

#[test]
fn days_must_exist_and_be_past() {
    let date = |raw: &str| {
        let raw = raw.to_owned();
        move |filing: &mut Filing| filing.event_date = Some(raw)
    };
    check(date("2026-11-25"), &[]);
    check(date("2026-11-26"), &[("event_date", Problem::InFuture)]);
    check(date("2026-02-30"), &[("event_date", Problem::NotADate)]);
    check(date("1926-01-01"), &[("event_date", Problem::TooOld(50))]);
    check(date(" "), &[]);
}

#[test]
fn keys_must_be_known() {
    check(|filing| filing.class = "report".into(), &[("class", Problem::UnknownValue)]);
    check(|filing| filing.sector = Some("dana_desa".into()), &[]);
    check(|filing| filing.sector = Some("gossip".into()), &[("sector", Problem::UnknownValue)]);
    check(|filing| filing.region = Some("73.01".into()), &[("region", Problem::UnknownValue)]);
    check(|filing| filing.region = Some("x".into()), &[("region", Problem::UnknownValue)]);
}

#[test]
fn one_way_of_saying_where_is_enough() {
    let point = Point { latitude: -0.9, longitude: 119.8 };
    check(|filing| (filing.region, filing.point) = (None, Some(point)), &[]);
    check(|filing| (filing.region, filing.place) = (None, Some("Dekat pasar".into())), &[]);
    check(
        |filing| (filing.region, filing.place) = (None, Some("  ".into())),
        &[("region", Problem::Required)],
    );
    let off = Point { latitude: 120.0, longitude: 0.0 };
    check(|filing| filing.point = Some(off), &[("point", Problem::NotAPoint)]);
}

#[test]
fn files_are_few_and_different() {
    let files = |ids: &[&str]| {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        move |filing: &mut Filing| filing.files = ids
    };
    check(files(&["a1", "b2"]), &[]);
    check(files(&["a1", "a1"]), &[("files.1", Problem::Repeated)]);
    check(files(&["../etc"]), &[("files.0", Problem::NotUploaded)]);
    check(files(&["1", "2", "3", "4", "5", "6"]), &[("files", Problem::TooMany(5))]);
}

#[test]
fn a_reporter_may_say_little_but_not_nonsense() {
    let reporter = |name: &str, phone: &str, email: &str| {
        let reporter = Reporter { name: name.into(), phone: phone.into(), email: email.into() };
        move |filing: &mut Filing| filing.reporter = Some(reporter)
    };
    check(reporter("", "", ""), &[]);
    check(reporter("Warga Contoh", "", ""), &[]);
    check(
        reporter("Warga", "12", "x"),
        &[("reporter.phone", Problem::NotAPhone), ("reporter.email", Problem::NotAnEmail)],
    );
}

#[test]
fn absent_switches_protect() {
    let filing: Filing = serde_json::from_str(r#"{"title":"x"}"#).expect("absent fields have defaults");
    assert!(filing.anonymous && !filing.confidential && !filing.about_officials);
    assert!(serde_json::from_str::<Filing>(r#"{"titel":"x"}"#).is_err());
}
