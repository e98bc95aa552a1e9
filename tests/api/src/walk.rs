//! Random commands by random people, legal and illegal ones, against a plain model of what the domain says: who may, in
//! which stage, and where it leads. The model is written here once more, by hand, so that it can disagree.

use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        AcceptAnswer, AcceptCase, AnswerCase, ApproveCase, ArchiveCase, AskReporter, CheckCase, DisposeCase,
        EditCase, Endpoint, GetRecap, LinkCase, MergeCase, NoteOnCase, PostponeCase, PublishCase,
        ReadIdentity, RefuseAnswer, ResumeCase, ReturnCase, SampleCase, SealCase, SetApproval, VerifyCase,
        Withdraw,
    },
    complaint::{Filed, Stage},
};

use crate::{forms::filing_with, office, pictures, random::Random, reporter::Reporter, rows, staff::Staff};

/// What a walk did.
#[derive(Clone, Copy, Debug, Default)]
pub struct Walked {
    /// Commands that were obeyed.
    pub obeyed: u32,
    /// Commands that a rule forbade.
    pub forbidden: u32,
    /// Commands that rested on an old version, or that the stage did not allow.
    pub refused: u32,
    /// Of the obeyed ones, those that joined a case to another one.
    pub joined: u32,
    /// Of the obeyed ones, those that told what a check found.
    pub checked: u32,
    /// Of the obeyed ones, those that released an answer.
    pub released: u32,
    /// Of the obeyed ones, those that read an identity.
    pub identified: u32,
    /// Of the obeyed ones, those that made a photo public with a box, or took it back.
    pub painted: u32,
    /// Complaints at the end.
    pub complaints: usize,
}

/// Who gives commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Coordinator,
    Inspectorate,
    Agency(&'static str),
    Officer(&'static str),
    Other,
}

/// A complaint as the model has it.
struct Model {
    /// Its number, which its text is made of.
    number: u64,
    filed: Filed,
    stage: Stage,
    sealed: bool,
    agency: Option<&'static str>,
    confidential: bool,
    /// The agency whose liaison is to check it.
    checker: Option<&'static str>,
    /// Whether its reporter said who they are, and whether the agency may know.
    identity: Option<bool>,
    /// Its photo.
    photo: Option<String>,
    /// Whether everyone sees the photo.
    is_shown: bool,
    /// Whether an answer waits for the responsible officer.
    waits: bool,
    version: i64,
}

impl Model {
    /// The agency that could check it.
    fn outsider(&self) -> &'static str {
        if self.agency == Some(AGENCIES[0]) { AGENCIES[1] } else { AGENCIES[0] }
    }
}

const AGENCIES: [&str; 2] = ["esdm", "dinkes"];
/// The one whose answers wait for its responsible officer.
const APPROVING: &str = AGENCIES[0];

/// What can be commanded: a word for the model, and the endpoint's path.
const COMMANDS: [(&str, &str); 25] = [
    ("verify", VerifyCase::PATH),
    ("edit", EditCase::PATH),
    ("seal", SealCase::PATH),
    ("publish", PublishCase::PATH),
    ("postpone", PostponeCase::PATH),
    ("resume", ResumeCase::PATH),
    ("dispose", DisposeCase::PATH),
    ("dispose_other", DisposeCase::PATH),
    ("archive", ArchiveCase::PATH),
    ("accept", AcceptCase::PATH),
    ("ask", AskReporter::PATH),
    ("answer", AnswerCase::PATH),
    ("release", ApproveCase::PATH),
    ("send_back", ApproveCase::PATH),
    ("return", ReturnCase::PATH),
    ("note", NoteOnCase::PATH),
    ("link", LinkCase::PATH),
    ("identify", ReadIdentity::PATH),
    ("merge", MergeCase::PATH),
    ("sample", SampleCase::PATH),
    ("check", CheckCase::PATH),
    ("check_back", CheckCase::PATH),
    ("reporter_accepts", AcceptAnswer::PATH),
    ("reporter_refuses", RefuseAnswer::PATH),
    ("reporter_withdraws", Withdraw::PATH),
];

/// Walks so many steps and then insists that everything is whole: the chain, the ledger and the recap against the model.
///
/// # Panics
/// At the first answer that the model does not expect, with the seed that leads there again.
pub async fn walk(server: &TestServer, seed: u64, steps: u32) -> Walked {
    let mut random = Random::new(seed);
    // What is drawn by chance the model cannot know.
    office::sample(server, false).await;
    let reporter = Reporter::new(&server.url);
    let mut people = vec![
        (Who::Coordinator, Staff::with(server, Role::Coordinator, None).await),
        (Who::Inspectorate, Staff::with(server, Role::Inspectorate, None).await),
        (Who::Other, Staff::with(server, Role::Viewer, None).await),
    ];
    for agency in AGENCIES {
        people.push((Who::Agency(agency), Staff::with(server, Role::Liaison, Some(agency)).await));
    }
    let officer = Staff::with(server, Role::ResponsibleOfficer, Some(APPROVING)).await;
    let setting = json!({ "agency": APPROVING, "needed": true });
    officer.client.post(SetApproval::PATH, &setting).await.expect(200);
    people.push((Who::Officer(APPROVING), officer));
    let mut all: Vec<Model> = Vec::new();
    let mut walked = Walked::default();
    for step in 0..steps {
        // Fewer come in as there are more, so that each gets far enough.
        if all.is_empty() || random.below(10 + all.len() as u64 / 4) == 0 {
            all.push(file(&reporter, &mut random, u64::from(step)).await);
            continue;
        }
        let at = random.below(all.len() as u64) as usize;
        let (word, path) = command(&mut random, &all[at]);
        let other = random.below(all.len() as u64) as usize;
        if word == "merge" && other == at {
            continue;
        }
        let into = &all[other];
        let can_join = into.stage != Stage::Archived && into.sealed == all[at].sealed;
        let into = into.filed.code.clone();
        let names = |who: Who| people.iter().find(|(one, _)| *one == who).map(|(_, one)| one.name.clone());
        let case = &all[at];
        let body = match word {
            "merge" => json!({ "into": into, "text": "Sama." }),
            "sample" => json!({ "name": names(Who::Agency(case.outsider())) }),
            _ => body_of(word, case),
        };
        let case = &mut all[at];
        if word.starts_with("reporter") {
            let status = reporter.act(&case.filed, path, &body).await.status;
            let next = next(word, case);
            let expected = if next.is_some() { 200 } else { 409 };
            assert_eq!(status, expected, "seed {seed} step {step}: the reporter's {word} in {}", case.stage);
            follow(case, word, next, &mut walked);
            continue;
        }
        // Half of the time it is the office that has the case; else anyone.
        let theirs = people.iter().find(|(who, _)| may(*who, word, case)).filter(|_| random.below(2) == 0);
        let anyone = &people[random.below(people.len() as u64) as usize];
        let (who, somebody) = theirs.unwrap_or(anyone);
        let is_stale = random.below(8) == 0;
        let version = if is_stale { case.version - 1 } else { case.version };
        let answer = somebody.command(path, &case.filed, version, &body).await;
        let waits = word == "answer" && *who == Who::Agency(APPROVING);
        let (word, next) = if waits {
            ("answer_waits", next(word, case).map(|_| case.stage))
        } else {
            (word, next(word, case))
        };
        let expected = match () {
            () if !may(*who, word.trim_end_matches("_waits"), case) => 403,
            // It changes nothing, and so rests on no version.
            () if word == "identify" => match (case.identity, who) {
                // Who did not say who they are is anonymous, too.
                (None | Some(false), Who::Agency(_) | Who::Officer(_)) => 403,
                (None, _) => 404,
                (Some(_), _) => 200,
            },
            () if is_stale => 409,
            // What the reporter chose stands before what the stage allows.
            () if word == "publish" && case.confidential => 403,
            () if next.is_none() => 409,
            () if word == "merge" && !can_join => 422,
            () => 200,
        };
        let told = answer.text();
        assert_eq!(
            answer.status, expected,
            "seed {seed} step {step}: {who:?} {word} in {}: {told}",
            case.stage
        );
        match expected {
            200 => {
                follow(case, word, next, &mut walked);
                if word == "merge" {
                    all[other].version += 1;
                }
            }
            403 => walked.forbidden += 1,
            _ => walked.refused += 1,
        }
    }
    walked.complaints = all.len();
    finish(server, &all, seed).await;
    walked
}

/// Half of the time one that leads on from where the case stands; else any.
fn command(random: &mut Random, case: &Model) -> (&'static str, &'static str) {
    let ends = ["archive", "merge", "seal", "reporter_withdraws"];
    let leads =
        |word: &str| next(word, case).is_some_and(|stage| stage != case.stage) && !ends.contains(&word);
    let leading: Vec<_> = COMMANDS.into_iter().filter(|(word, _)| leads(word)).collect();
    if random.below(2) == 0 && !leading.is_empty() {
        return leading[random.below(leading.len() as u64) as usize];
    }
    COMMANDS[random.below(COMMANDS.len() as u64) as usize]
}

async fn file(reporter: &Reporter, random: &mut Random, number: u64) -> Model {
    let (sealed, confidential) = (random.below(5) == 0, random.below(6) == 0);
    let identity = [None, Some(false), Some(true)][random.below(3) as usize];
    let photo = match random.below(4) {
        0 => Some(reporter.upload("foto.png", &pictures::png(40, 30)).await),
        _ => None,
    };
    let changes = json!({
        "about_officials": sealed,
        "confidential": confidential,
        "anonymous": identity != Some(true),
        "reporter": { "name": identity.map_or("", |_| "Kirana Contoh") },
        "files": photo.iter().collect::<Vec<_>>(),
    });
    let filed = reporter.file(&filing_with(number, changes)).await;
    let agency = sealed.then_some("inspektorat");
    Model {
        number,
        filed,
        stage: Stage::Received,
        sealed,
        agency,
        confidential,
        checker: None,
        identity,
        photo,
        is_shown: false,
        waits: false,
        version: 1,
    }
}

fn body_of(word: &str, case: &Model) -> Value {
    match word {
        "verify" | "resume" | "accept" | "reporter_accepts" | "reporter_withdraws" => json!({}),
        "edit" => json!({ "sector": "kesehatan_masyarakat" }),
        "dispose" => json!({ "agency": AGENCIES[0] }),
        "dispose_other" => json!({ "agency": AGENCIES[1] }),
        "check" => json!({ "outcome": "confirmed" }),
        "check_back" => json!({ "outcome": "sent_back", "text": "Belum." }),
        "archive" => json!({ "reason": "other", "text": "Alasan." }),
        "release" => json!({ "approval": "released" }),
        "send_back" => json!({ "approval": "sent_back", "text": "Belum." }),
        "reporter_refuses" => json!({ "reason": "Belum." }),
        "publish" => {
            let filed = filing_with(case.number, json!({}));
            let boxes = json!([{ "left": 0, "top": 0, "width": 20, "height": 20 }]);
            let photos = case.photo.iter().filter(|_| !case.is_shown);
            let photos: Vec<_> = photos.map(|id| json!({ "id": id, "boxes": boxes })).collect();
            json!({ "title": filed["title"], "content": filed["content"], "photos": photos })
        }
        "link" => json!({ "id": case.number.to_string() }),
        _ => json!({ "text": "Kata-kata." }),
    }
}

/// Whether somebody has to do with the case at all, and their office does such things.
fn may(who: Who, word: &str, case: &Model) -> bool {
    let word = word.trim_end_matches("_other");
    if word.starts_with("check") {
        return matches!(who, Who::Agency(own) if case.checker == Some(own) && case.agency != Some(own));
    }
    match who {
        Who::Coordinator => {
            !case.sealed
                && [
                    "verify", "edit", "seal", "publish", "postpone", "resume", "dispose", "archive", "ask",
                    "note", "merge", "sample", "link", "identify",
                ]
                .contains(&word)
        }
        Who::Inspectorate => {
            case.sealed
                && [
                    "verify", "edit", "postpone", "resume", "archive", "accept", "ask", "answer", "note",
                    "merge", "identify",
                ]
                .contains(&word)
        }
        Who::Agency(own) | Who::Officer(own) => {
            let is_officers = matches!(who, Who::Officer(_)) && ["release", "send_back"].contains(&word);
            let is_agencys = ["accept", "ask", "answer", "return", "note", "identify"].contains(&word);
            !case.sealed && case.agency == Some(own) && (is_officers || is_agencys)
        }
        Who::Other => false,
    }
}

/// Where it leads; nothing where the stage does not allow it.
fn next(word: &str, case: &Model) -> Option<Stage> {
    use Stage::{
        Answered, Archived, Closed, Disposed, InProgress, OutsideJurisdiction, Postponed, Received, Verified,
    };
    let stage = case.stage;
    let is_over = matches!(stage, Closed | Archived);
    match word {
        "verify" => (stage == Received).then_some(Verified),
        "postpone" => matches!(stage, Received | Verified).then_some(Postponed),
        "resume" => (stage == Postponed).then_some(Verified),
        "dispose" | "dispose_other" => {
            matches!(stage, Received | Verified | Postponed | OutsideJurisdiction).then_some(Disposed)
        }
        "archive" | "merge" => {
            matches!(stage, Received | Verified | Postponed | OutsideJurisdiction).then_some(Archived)
        }
        "accept" => (stage == Disposed).then_some(InProgress),
        "answer" => {
            (matches!(stage, Disposed | InProgress) || case.sealed && stage == Verified).then_some(Answered)
        }
        "release" => case.waits.then_some(Answered),
        "send_back" => case.waits.then_some(stage),
        "return" => matches!(stage, Disposed | InProgress).then_some(OutsideJurisdiction),
        "seal" => (!is_over && stage != Answered).then_some(Received),
        "edit" | "ask" => (!is_over && stage != Answered).then_some(stage),
        "note" | "link" | "identify" => Some(stage),
        "sample" | "check" => (stage == Closed).then_some(stage),
        "check_back" => (stage == Closed).then_some(InProgress),
        "reporter_accepts" => (stage == Answered).then_some(Closed),
        "reporter_refuses" => (stage == Answered).then_some(InProgress),
        "reporter_withdraws" => (!is_over).then_some(Archived),
        "publish" => (!matches!(stage, Received | Archived)).then_some(stage),
        _ => None,
    }
}

fn follow(case: &mut Model, word: &str, next: Option<Stage>, walked: &mut Walked) {
    let Some(stage) = next else {
        walked.refused += 1;
        return;
    };
    case.stage = stage;
    case.version += i64::from(word != "identify");
    case.waits &= matches!(stage, Stage::Disposed | Stage::InProgress);
    match word {
        "dispose" => case.agency = Some(AGENCIES[0]),
        "dispose_other" => case.agency = Some(AGENCIES[1]),
        "answer_waits" => case.waits = true,
        "send_back" => case.waits = false,
        "return" => case.agency = None,
        "sample" => case.checker = Some(case.outsider()),
        "check" | "check_back" => case.checker = None,
        "seal" => {
            (case.sealed, case.agency, case.is_shown) = (true, Some("inspektorat"), false);
        }
        "publish" => {
            case.is_shown = case.photo.is_some() && !case.is_shown;
            walked.painted += u32::from(case.photo.is_some());
        }
        _ => {}
    }
    walked.obeyed += 1;
    walked.identified += u32::from(word == "identify");
    walked.released += u32::from(word == "release");
    walked.joined += u32::from(word == "merge");
    walked.checked += u32::from(word.starts_with("check"));
}

async fn finish(server: &TestServer, all: &[Model], seed: u64) {
    for case in all {
        assert_eq!(
            office::version_of(server, &case.filed).await,
            case.version,
            "seed {seed}: {}",
            case.filed.code
        );
    }
    rows::verify_clean(server).await;
    let client = Reporter::new(&server.url).client;
    let recap = client.get(&format!("{}?by=stage", GetRecap::PATH)).await.expect(200).json();
    for stage in Stage::ALL.iter().filter(|stage| **stage != Stage::Archived) {
        let expected = all.iter().filter(|case| case.stage == *stage).count() as u64;
        let rows = recap["rows"].as_array().into_iter().flatten();
        let found = rows
            .filter(|row| row["key"] == stage.as_str())
            .filter_map(|row| row["count"].as_u64())
            .sum::<u64>();
        assert_eq!(found, expected, "seed {seed}: the recap of {stage}");
    }
}
