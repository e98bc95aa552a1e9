//! Lists under filters against a plain model, on both engines.

use shared::information::{Category, Form, InformationFilter};

use super::{Listed, whole};
use crate::clock::Clock;
use crate::demo::generate::information::generate;
use crate::platform::db::testing::TestDatabase;
use crate::platform::db::{Connection, DbError};
use crate::platform::settings;

/// More than PostgreSQL looks through at first.
const ENTRIES: u64 = 6_000;

#[tokio::test]
async fn filters_leave_what_a_plain_model_leaves() {
    for database in TestDatabase::both().await {
        let db = database.open().await;
        let settings = settings::testing::demo(&db).await;
        generate(&db, &settings, &Clock::system(), ENTRIES).await.unwrap();
        let mut connection = db.read().await.unwrap();
        let all = whole(&mut connection, &InformationFilter::default(), i64::MAX, 10_000).await.unwrap();
        assert_eq!(all.len(), 6_000);
        let mut found = 0;
        for filter in filters(&all) {
            let expected: Vec<i64> = all.iter().filter(|one| fits(one, &filter)).map(|one| one.id).collect();
            let pages = pages(&mut connection, &filter, 1_000).await.unwrap();
            assert_eq!(pages, expected, "{filter:?}");
            if expected.len() < 300 {
                // By pages as readers leaf through them.
                assert_eq!(self::pages(&mut connection, &filter, 21).await.unwrap(), expected, "{filter:?}");
            }
            found += usize::from(!pages.is_empty());
        }
        assert!(found > 40, "{found}");
        // What one engine takes for a word and the other does not stands in nobody's way on the latter.
        for q in ["½", "½ jalan"] {
            let filter =
                InformationFilter { q: Some(q.into()), year: Some(2015), ..InformationFilter::default() };
            let whole = pages(&mut connection, &filter, 1_000).await.unwrap();
            assert_eq!(pages(&mut connection, &filter, 21).await.unwrap(), whole, "{q}");
        }
        let seldom = InformationFilter { topic: Some("hibah".into()), ..InformationFilter::default() };
        let whole = pages(&mut connection, &seldom, 1_000).await.unwrap();
        assert_eq!(pages(&mut connection, &seldom, 1).await.unwrap(), whole);
        drop(connection);
        db.close().await;
    }
}

/// Every kind of filter, alone and with others.
fn filters(all: &[Listed]) -> Vec<InformationFilter> {
    let mut filters = Vec::new();
    let last = all.last().unwrap();
    for q in [None, Some("jalan"), Some("p"), Some("des da"), Some("zzz")] {
        for (category, year) in [(None, None), (Some(Category::Immediate), None), (None, Some(2015))] {
            for agency in [None, Some(last.version.agency.clone())] {
                for (form, topic) in [
                    (None, None),
                    (Some(Form::Recording), None),
                    (None, Some("hibah")),
                    (None, Some("Hibah")),
                ] {
                    let (q, agency, topic) = (q.map(str::to_owned), agency.clone(), topic.map(str::to_owned));
                    filters.push(InformationFilter { q, category, agency, year, form, topic });
                }
            }
        }
    }
    filters
}

fn fits(one: &Listed, filter: &InformationFilter) -> bool {
    let version = &one.version;
    let texts =
        [Some(&version.title), Some(&version.summary), version.topic.as_ref(), version.plain.as_ref()];
    let words: Vec<String> = texts
        .into_iter()
        .flatten()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .map(str::to_lowercase)
        .collect();
    let holds = |asked: &str| words.iter().any(|word| word.starts_with(asked));
    filter.q.as_ref().is_none_or(|q| q.split(' ').all(holds))
        && filter.category.is_none_or(|category| category == version.category)
        && filter.agency.as_ref().is_none_or(|agency| *agency == version.agency)
        && filter.year.is_none_or(|year| year == version.made_on.year())
        && filter.form.is_none_or(|form| version.forms.contains(&form))
        && filter.topic.as_ref().is_none_or(|topic| Some(topic) == version.topic.as_ref())
}

async fn pages(
    connection: &mut Connection,
    filter: &InformationFilter,
    page: i64,
) -> Result<Vec<i64>, DbError> {
    let (mut ids, mut below) = (Vec::new(), i64::MAX);
    loop {
        let found = whole(connection, filter, below, page).await?;
        let Some(last) = found.last() else { return Ok(ids) };
        below = last.id;
        ids.extend(found.iter().map(|one| one.id));
    }
}
