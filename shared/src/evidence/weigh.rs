use serde::{Deserialize, Serialize};

use super::{EvidenceFacts, EvidenceGroup, EvidencePoint, EvidenceState};
use crate::calendar::Day;
use crate::information::Category;
use crate::lang::Lang;

/// So many of what is missing are named.
pub const MISSING_MAX: i64 = 20;

/// The evidence of all groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EvidenceList {
    /// The day it was looked for.
    pub as_of: Day,
    /// The groups, in the order of their weights.
    pub groups: Vec<EvidenceOfGroup>,
}

/// The evidence of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EvidenceOfGroup {
    /// The group.
    pub group: EvidenceGroup,
    /// Its name, in the reader's language.
    pub name: String,
    /// Its weight of a hundred.
    pub weight: u32,
    /// How many of its points are proven.
    pub proven: u32,
    /// Its points.
    pub points: Vec<EvidenceItem>,
}

/// The evidence of a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EvidenceItem {
    /// The point.
    pub point: EvidencePoint,
    /// What is to be proven, in the reader's language.
    pub name: String,
    /// Whether it is proven.
    pub state: EvidenceState,
    /// Addresses on this site that prove it.
    pub links: Vec<String>,
    /// How many do as the point asks, where it counts something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fit: Option<u32>,
    /// Of how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u32>,
    /// What is missing: addresses of this site, keys of agencies, or numbers of requests. Of many the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
}

/// What is looked at to say how a point stands.
struct Found {
    links: Vec<&'static str>,
    count: Option<(u32, u32)>,
    missing: Vec<String>,
}

impl EvidencePoint {
    /// The addresses that prove it where they are there.
    pub const fn addresses(self) -> &'static [&'static str] {
        match self {
            Self::Regular => &["/informasi?category=regular"],
            Self::Immediate => &["/informasi?category=immediate"],
            Self::AnyTime => &["/informasi?category=any_time"],
            Self::Excluded => &["/informasi/dikecualikan"],
            Self::Agencies | Self::Search | Self::Complete | Self::Fresh => &["/informasi"],
            Self::OpenFormats => {
                &["/api/v1/information.csv", "/api/v1/information.xlsx", "/api/v1/information.json"]
            }
            Self::Catalogue => &["/catalog.jsonld", "/catalog.ttl"],
            Self::Feed => &["/informasi/atom.xml", "/informasi/serta-merta/atom.xml"],
            Self::Sitemap => &["/sitemap.xml"],
            Self::Forms => &["/permohonan"],
            Self::InTime | Self::Objections | Self::Report | Self::Tests => &["/informasi/laporan"],
            Self::Pages => &["/", "/informasi", "/permohonan", "/panduan"],
            Self::PlainWords => &["/informasi?category=immediate"],
            Self::Recordings | Self::LocalLanguage => &["/informasi"],
        }
    }
}

impl EvidenceList {
    /// Says of each point whether it is proven, by what, and what is missing.
    pub fn weigh(facts: &EvidenceFacts, today: Day, lang: Lang) -> Self {
        let groups = EvidenceGroup::ALL.iter().map(|group| {
            let points = EvidencePoint::ALL.iter().filter(|point| point.group() == *group);
            let points: Vec<EvidenceItem> = points.map(|point| item(*point, facts, lang)).collect();
            let proven = points.iter().filter(|item| item.state == EvidenceState::Proven).count();
            EvidenceOfGroup {
                group: *group,
                name: lang.evidence_group(*group).to_owned(),
                weight: group.weight(),
                proven: u32::try_from(proven).unwrap_or(u32::MAX),
                points,
            }
        });
        Self { as_of: today, groups: groups.collect() }
    }
}

fn item(point: EvidencePoint, facts: &EvidenceFacts, lang: Lang) -> EvidenceItem {
    let Found { links, count, missing } = found(point, facts);
    let state = match count {
        // Addresses alone: all of them, some, or none.
        None if missing.is_empty() => EvidenceState::Proven,
        None if links.is_empty() => EvidenceState::Missing,
        None => EvidenceState::Partly,
        Some((_, 0) | (0, _)) => EvidenceState::Missing,
        Some((fit, of)) if fit >= of && missing.is_empty() => EvidenceState::Proven,
        Some(_) => EvidenceState::Partly,
    };
    // What is not there at all proves nothing.
    let links = if state == EvidenceState::Missing { Vec::new() } else { links };
    EvidenceItem {
        point,
        name: lang.evidence_point(point).to_owned(),
        state,
        links: links.into_iter().map(str::to_owned).collect(),
        fit: count.map(|(fit, _)| fit),
        of: count.map(|(_, of)| of),
        missing,
    }
}

fn found(point: EvidencePoint, facts: &EvidenceFacts) -> Found {
    use EvidencePoint as Point;
    let path = |address: &'static str| address.split_once('?').map_or(address, |(path, _)| path);
    let (there, absent): (Vec<&'static str>, Vec<&'static str>) =
        point.addresses().iter().copied().partition(|address| facts.has(path(address)));
    let counted = |fit: u32, of: u32, missing: Vec<String>| Found {
        links: there.clone(),
        count: Some((fit, of)),
        missing,
    };
    let any = |fit: u32| counted(fit, fit, Vec::new());
    let report = &facts.report;
    let public = facts.sum(Category::ALL, |entry| entry.public);
    let entries = |ids: &[i64]| ids.iter().map(|id| format!("/informasi/{id}")).collect();
    let of_category = |category| any(facts.sum(&[category], |entry| entry.public));
    match point {
        Point::Regular => of_category(Category::Regular),
        Point::Immediate => of_category(Category::Immediate),
        Point::AnyTime => of_category(Category::AnyTime),
        Point::Excluded => {
            let exclusions = &facts.exclusions;
            // Where nothing is excluded, that one can read so is what is proven.
            if exclusions.all == 0 {
                addresses(there, absent)
            } else {
                let ended = exclusions.ended.iter().map(|id| format!("/petugas/informasi/uji/{id}"));
                counted(
                    exclusions.all.saturating_sub(many(exclusions.ended.len())),
                    exclusions.all,
                    ended.collect(),
                )
            }
        }
        Point::Agencies => {
            let silent = facts.agencies.iter().filter(|key| !facts.publishing.contains(key));
            let silent: Vec<String> = silent.cloned().collect();
            let of = many(facts.agencies.len());
            counted(of - many(silent.len()), of, silent)
        }
        Point::Complete => {
            let incomplete = facts.sum(Category::ALL, |entry| entry.incomplete);
            counted(public.saturating_sub(incomplete), public, entries(&facts.incomplete))
        }
        Point::Fresh => {
            let regular = facts.sum(&[Category::Regular], |entry| entry.public);
            let stale = facts.sum(&[Category::Regular], |entry| entry.stale);
            counted(regular.saturating_sub(stale), regular, entries(&facts.stale))
        }
        Point::InTime => {
            // What is open and in time is neither proof nor a lack.
            let of = report.received - report.open + report.late_open;
            let late = report.requests.iter().filter(|line| line.late_days > 0);
            let late = late.map(|line| line.number.clone()).take(MISSING_MAX as usize).collect();
            counted(of.saturating_sub(report.late), of, late)
        }
        Point::Objections => {
            let all: u32 = report.objections.iter().map(|one| one.total()).sum();
            let waiting: u32 = report.objections.iter().map(|one| one.waiting).sum();
            // Where nobody objects, that one can is what is proven.
            if all == 0 { addresses(there, absent) } else { counted(all - waiting, all, Vec::new()) }
        }
        Point::Tests => {
            let refusals = &facts.refusals;
            // Where nothing was refused, nothing had to be tested.
            if refusals.all == 0 {
                addresses(there, absent)
            } else {
                counted(refusals.tested, refusals.all, refusals.untested.clone())
            }
        }
        Point::PlainWords => {
            let immediate = facts.sum(&[Category::Immediate], |entry| entry.public);
            counted(facts.sum(&[Category::Immediate], |entry| entry.plain), immediate, Vec::new())
        }
        Point::Recordings => any(facts.sum(Category::ALL, |entry| entry.recorded)),
        Point::LocalLanguage => any(facts.sum(Category::ALL, |entry| entry.local)),
        Point::Search
        | Point::OpenFormats
        | Point::Catalogue
        | Point::Feed
        | Point::Sitemap
        | Point::Forms
        | Point::Report
        | Point::Pages => addresses(there, absent),
    }
}

fn addresses(links: Vec<&'static str>, absent: Vec<&'static str>) -> Found {
    Found { links, count: None, missing: absent.into_iter().map(str::to_owned).collect() }
}

fn many(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::{EntryFacts, ExclusionFacts, RefusalFacts, Served};
    use super::*;
    use crate::calendar::Holidays;
    use crate::request::{Ground, ObjectionCounts, RequestReport};

    fn today() -> Day {
        Day::parse("2026-07-03").unwrap()
    }

    /// Everything is served, and nothing is in it.
    fn empty() -> EvidenceFacts {
        let paths = EvidencePoint::ALL.iter().flat_map(|point| point.addresses());
        EvidenceFacts {
            entries: Vec::new(),
            agencies: vec!["dinkes".into(), "esdm".into()],
            publishing: Vec::new(),
            incomplete: Vec::new(),
            stale: Vec::new(),
            report: RequestReport::count((2026, vec![2026]), &[], &[], &Holidays::new([]), today()),
            refusals: RefusalFacts::default(),
            exclusions: ExclusionFacts::default(),
            served: paths
                .map(|path| Served { path: path.split('?').next().unwrap(), is_there: true })
                .collect(),
        }
    }

    fn entry(category: Category, public: u32) -> EntryFacts {
        EntryFacts { category, public, incomplete: 0, stale: 0, plain: 0, local: 0, recorded: 0 }
    }

    fn check(facts: &EvidenceFacts, point: EvidencePoint, state: EvidenceState, count: Option<(u32, u32)>) {
        let list = EvidenceList::weigh(facts, today(), Lang::Id);
        let found =
            list.groups.iter().flat_map(|group| &group.points).find(|item| item.point == point).unwrap();
        assert_eq!((found.state, found.fit.zip(found.of)), (state, count), "{point}: {found:?}");
        assert_eq!(found.links.is_empty(), state == EvidenceState::Missing, "{point}: {found:?}");
    }

    #[test]
    fn pages_prove_themselves_and_entries_must_be_there() {
        use EvidenceState::{Missing, Proven};
        let facts = empty();
        check(&facts, EvidencePoint::Catalogue, Proven, None);
        check(&facts, EvidencePoint::Regular, Missing, Some((0, 0)));
        check(&facts, EvidencePoint::Agencies, Missing, Some((0, 2)));
        check(&facts, EvidencePoint::Complete, Missing, Some((0, 0)));
        check(&facts, EvidencePoint::InTime, Missing, Some((0, 0)));
        check(&facts, EvidencePoint::Objections, Proven, None);
        check(&facts, EvidencePoint::Tests, Proven, None);
        let list = EvidenceList::weigh(&facts, today(), Lang::Id);
        let groups: Vec<_> = list.groups.iter().map(|group| (group.weight, group.proven)).collect();
        assert_eq!(groups, [(40, 1), (20, 5), (10, 0), (10, 2), (10, 2), (10, 1)]);
    }

    #[test]
    fn what_is_not_served_is_named() {
        let mut facts = empty();
        facts.served.retain(|served| !matches!(served.path, "/catalog.ttl" | "/sitemap.xml"));
        check(&facts, EvidencePoint::Catalogue, EvidenceState::Partly, None);
        check(&facts, EvidencePoint::Sitemap, EvidenceState::Missing, None);
        let list = EvidenceList::weigh(&facts, today(), Lang::Id);
        let sitemap = list.groups[1].points.iter().find(|item| item.point == EvidencePoint::Sitemap).unwrap();
        assert_eq!(sitemap.missing, ["/sitemap.xml"]);
    }

    #[test]
    fn entries_are_counted_and_what_lacks_is_named() {
        use EvidenceState::{Missing, Partly, Proven};
        let mut facts = empty();
        facts.entries = vec![
            EntryFacts { incomplete: 1, stale: 2, ..entry(Category::Regular, 3) },
            EntryFacts { plain: 1, local: 1, ..entry(Category::Immediate, 1) },
        ];
        facts.publishing = vec!["esdm".into()];
        (facts.incomplete, facts.stale) = (vec![4], vec![4, 5]);
        check(&facts, EvidencePoint::Regular, Proven, Some((3, 3)));
        check(&facts, EvidencePoint::AnyTime, Missing, Some((0, 0)));
        check(&facts, EvidencePoint::Agencies, Partly, Some((1, 2)));
        check(&facts, EvidencePoint::Complete, Partly, Some((3, 4)));
        check(&facts, EvidencePoint::Fresh, Partly, Some((1, 3)));
        check(&facts, EvidencePoint::PlainWords, Proven, Some((1, 1)));
        check(&facts, EvidencePoint::LocalLanguage, Proven, Some((1, 1)));
        check(&facts, EvidencePoint::Recordings, Missing, Some((0, 0)));
        let list = EvidenceList::weigh(&facts, today(), Lang::Id);
        let missing = |point| {
            let items = list.groups.iter().flat_map(|group| &group.points);
            items.filter(|item| item.point == point).flat_map(|item| item.missing.clone()).collect::<Vec<_>>()
        };
        assert_eq!(missing(EvidencePoint::Agencies), ["dinkes"]);
        assert_eq!(missing(EvidencePoint::Fresh), ["/informasi/4", "/informasi/5"]);
    }

    #[test]
    fn what_is_excluded_must_be_within_its_term() {
        let mut facts = empty();
        check(&facts, EvidencePoint::Excluded, EvidenceState::Proven, None);
        facts.exclusions = ExclusionFacts { all: 2, ended: Vec::new() };
        check(&facts, EvidencePoint::Excluded, EvidenceState::Proven, Some((2, 2)));
        facts.exclusions.ended.push(7);
        check(&facts, EvidencePoint::Excluded, EvidenceState::Partly, Some((1, 2)));
        let list = EvidenceList::weigh(&facts, today(), Lang::Id);
        let excluded =
            list.groups[0].points.iter().find(|item| item.point == EvidencePoint::Excluded).unwrap();
        assert_eq!(excluded.missing, ["/petugas/informasi/uji/7"]);
    }

    #[test]
    fn requests_prove_by_their_figures() {
        use EvidenceState::{Missing, Partly, Proven};
        let mut facts = empty();
        let told = |facts: &mut EvidenceFacts, received, open, late, late_open| {
            let report = &mut facts.report;
            (report.received, report.open, report.late, report.late_open) = (received, open, late, late_open);
        };
        told(&mut facts, 5, 2, 0, 0);
        check(&facts, EvidencePoint::InTime, Proven, Some((3, 3)));
        told(&mut facts, 5, 2, 2, 1);
        check(&facts, EvidencePoint::InTime, Partly, Some((2, 4)));
        told(&mut facts, 1, 1, 0, 0);
        check(&facts, EvidencePoint::InTime, Missing, Some((0, 0)));
        facts.report.objections =
            vec![ObjectionCounts { ground: Ground::Refused, upheld: 1, dismissed: 0, waiting: 1 }];
        check(&facts, EvidencePoint::Objections, Partly, Some((1, 2)));
        facts.refusals = RefusalFacts { all: 2, tested: 1, untested: vec!["PI-2026-00001".into()] };
        check(&facts, EvidencePoint::Tests, Partly, Some((1, 2)));
    }
}
