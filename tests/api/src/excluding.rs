//! Consequence tests, as the PPID work on them.

use serde_json::{Value, json};
use shared::api::{AddConsequenceTest, ConsiderConsequenceTest, Endpoint, GetConsequenceTest, fill};
use shared::information::consequence::DeskConsequenceTest;

use crate::{informing::give, staff::Staff};

/// What a proposal of a number says; what is given stands in the place of what it would.
///
/// # Panics
/// When what is given is no object.
pub fn proposal(number: u32, more: Value) -> Value {
    let mut new = json!({
        "public_title": format!("Sebagian dokumen nomor {number}"),
        "agency": "esdm",
        "document": format!("Berkas contoh nomor {number}"),
        "information": "Bagian yang dimaksud.",
        "law": "Undang-undang contoh, pasal contoh",
        "consequence": "Akibat bila dibuka.",
        "interest": "Kepentingan umum yang lebih besar.",
        "until": "2027-06-10",
        "proposer": "Sekretaris Dinas Contoh",
    });
    let given = more.as_object().expect("is an object").clone();
    new.as_object_mut().expect("is an object").extend(given);
    new
}

/// Who considered it, on the day that tests begin.
pub fn consideration() -> Value {
    json!({
        "considered_on": "2026-06-10",
        "considered_by": ["Kepala Biro Contoh", "Kepala Bagian Contoh"],
        "said": "Setuju seluruhnya.",
    })
}

/// A decision on the day that tests begin; open where there is no last day.
pub fn decision(number: &str, until: Option<&str>) -> Value {
    let outcome = if until.is_some() { "excluded" } else { "open" };
    json!({ "number": number, "decided_on": "2026-06-10", "outcome": outcome, "until": until })
}

/// Proposes something.
pub async fn propose(staff: &Staff, new: Value) -> DeskConsequenceTest {
    staff.client.post(AddConsequenceTest::PATH, &new).await.expect(200).to()
}

/// A consequence test, as somebody sees it who may.
pub async fn test(staff: &Staff, id: i64) -> DeskConsequenceTest {
    staff.client.get(&fill(GetConsequenceTest::PATH, &[&id.to_string()])).await.expect(200).to()
}

/// A command that is obeyed, resting on how the test stands.
pub async fn order(staff: &Staff, path: &str, id: i64, body: Value) -> DeskConsequenceTest {
    let version = test(staff, id).await.version;
    give(staff, path, id, version, &body).await.expect(200).to()
}

/// Proposes something that is considered; its number.
pub async fn considered(main: &Staff, new: Value) -> i64 {
    let id = propose(main, new).await.id;
    order(main, ConsiderConsequenceTest::PATH, id, consideration()).await;
    id
}
