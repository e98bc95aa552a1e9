//! What happens to a complaint, with the limits of the profile in force.

use maud::{Markup, html};
use shared::lang::{Lang, fill};
use shared::regulation::{Kind, Limit, Profile, Step};

/// The course, step by step. Without a profile no limit is told.
pub(super) fn course(lang: Lang, profile: Option<&Profile>) -> Markup {
    let texts = lang.guide();
    let of_all = |step: Step, text: &str| {
        let limit = profile.and_then(|profile| profile.limit(step, Kind::Complaint));
        html! {
            @if let Some((profile, limit)) = profile.zip(limit) {
                span class="guide-limit" { (told(lang, profile, limit, text, "")) }
            }
        }
    };
    html! {
        p { (texts.then_lead) }
        ol class="guide-steps" {
            li { (named(texts.received)) }
            li { (named(texts.verified)) (of_all(Step::VerifyAndDispose, texts.verified_limit)) }
            li { (named(texts.followed_up)) (of_all(Step::FirstFollowUp, texts.followed_up_limit)) }
            li {
                (named(texts.answered))
                @if let Some(profile) = profile { (done(lang, profile)) }
            }
            li { (named(texts.judged)) (of_all(Step::ReplyWindow, texts.judged_limit)) }
        }
        p {
            (texts.postponed)
            @if let Some(profile) = profile.filter(|profile| profile.pauses_when_postponed) {
                " " (texts.postponed_pause) (mark(lang, profile.confirmed)) "."
            }
        }
        @if let Some(profile) = profile { (source(lang, profile)) }
    }
}

fn named([name, words]: [&str; 2]) -> Markup {
    html! { strong { (name) } " " (words) }
}

/// The limits by kind.
fn done(lang: Lang, profile: &Profile) -> Markup {
    let limits = Kind::ALL.into_iter().filter_map(|kind| Some((kind, profile.limit(Step::Done, kind)?)));
    html! {
        ul class="guide-limits" {
            @for (kind, limit) in limits {
                li { (told(lang, profile, limit, lang.guide().done_limit, lang.kind(kind))) }
            }
        }
    }
}

/// A limit in words. It is sure only where both its number and its profile are.
fn told(lang: Lang, profile: &Profile, limit: &Limit, text: &str, name: &str) -> Markup {
    let days = lang.working_days(limit.working_days);
    html! { (fill(text, &[("days", &days), ("name", name)])) (mark(lang, profile.confirmed && limit.confirmed)) }
}

fn mark(lang: Lang, is_confirmed: bool) -> Markup {
    html! {
        @if !is_confirmed { " " span class="guide-mark" { "(" (lang.guide().unconfirmed) ")" } }
    }
}

/// Which rules these are.
fn source(lang: Lang, profile: &Profile) -> Markup {
    let texts = lang.guide();
    let day = lang.day_short(profile.valid_from);
    html! {
        p class="fine" {
            (fill(texts.profile, &[("name", &profile.key), ("day", &day)]))
            @if !profile.confirmed { " " (texts.profile_unconfirmed) }
        }
    }
}

#[cfg(test)]
mod tests {
    use shared::calendar::Day;

    use super::*;

    fn profile(confirmed: bool) -> Profile {
        let limit = |step, kind, working_days, confirmed| Limit { step, kind, working_days, confirmed };
        Profile {
            key: "uji-2026".into(),
            valid_from: Day::new(2026, 1, 1).unwrap(),
            confirmed,
            pauses_when_postponed: true,
            limits: vec![
                limit(Step::VerifyAndDispose, None, 3, true),
                limit(Step::Done, Some(Kind::Complaint), 14, false),
                limit(Step::ReplyWindow, None, 1, true),
            ],
        }
    }

    #[test]
    fn limits_are_those_of_the_profile_and_unsure_ones_are_marked() {
        let check = |profile: Option<&Profile>, contains: &[&str], lacks: &[&str]| {
            let page = course(Lang::Id, profile).into_string();
            for words in contains {
                assert!(page.contains(words), "{words}: {page}");
            }
            for words in lacks {
                assert!(!page.contains(words), "{words}: {page}");
            }
        };
        check(
            Some(&profile(true)),
            &[
                "Paling lama 3 hari kerja sejak diterima</span>",
                "Pengaduan: 14 hari kerja <span class=\"guide-mark\">(belum dipastikan)",
                "1 hari kerja sejak dijawab</span>",
                "uji-2026, untuk aduan sejak 1 Jan 2026.",
            ],
            &["sejak diteruskan", "Aspirasi", "aturan terbaru"],
        );
        check(Some(&profile(false)), &["sejak diterima <span class=\"guide-mark\">", "aturan terbaru"], &[]);
        check(None, &["Diperiksa dan diteruskan."], &["hari kerja sejak", "dipastikan"]);
    }
}
