//! What holds on both engines alike.

use super::*;

#[tokio::test]
async fn what_is_written_is_read() {
    for test in TestDatabase::both().await {
        let db = test.open().await;
        assert_eq!(set(&db, "a", "1").await, Ok(1));
        assert_eq!(get(&db, "a").await.as_deref(), Some("1"));
        assert_eq!(get(&db, "b").await, None);
        db.close().await;
    }
}
