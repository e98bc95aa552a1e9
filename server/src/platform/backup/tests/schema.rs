use std::collections::BTreeMap;

use super::*;
use crate::platform::{
    backup::table::{Kind, LEFT_OUT, TABLES},
    db::Engine,
};

const SQLITE: &str = "select m.name, p.name, p.type, case when p.pk > 0 then 1 else 0 end, 0
    from sqlite_master m, pragma_table_info(m.name) p where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '%search%'";
const POSTGRES: &str =
    "select cast(c.table_name as text), cast(c.column_name as text), cast(c.data_type as text),
    cast((select count(*) from information_schema.key_column_usage k
        join information_schema.table_constraints t using (constraint_schema, constraint_name)
        where t.constraint_type = 'PRIMARY KEY' and k.table_name = c.table_name
            and k.column_name = c.column_name) as bigint),
    case when c.is_identity = 'YES' then 1::bigint else 0 end
    from information_schema.columns c where c.table_schema = 'public' and c.table_name not like '%search'
    and c.table_name not in (select v.table_name from information_schema.views v where v.table_schema = 'public')";

/// Of a column: its kind, whether it is part of the key, whether the engine numbers it.
type Columns = BTreeMap<String, (Kind, bool, bool)>;

#[tokio::test]
async fn every_column_of_the_schema_is_backed_up() {
    for test in TestDatabase::both().await {
        let db = test.open().await;
        let is_postgres = db.engine() == Engine::Postgres;
        let sql = if is_postgres { POSTGRES } else { SQLITE };
        let mut schema = BTreeMap::<String, Columns>::new();
        for row in db.read().await.unwrap().fetch_all(sql, &[]).await.unwrap() {
            let kind = match row.text(2).unwrap().to_lowercase().as_str() {
                "integer" | "bigint" => Kind::Int,
                "real" | "double precision" => Kind::Real,
                "text" => Kind::Text,
                "blob" | "bytea" => Kind::Bytes,
                other => panic!("no kind for {other}"),
            };
            let column = (kind, row.flag(3).unwrap(), row.flag(4).unwrap());
            schema.entry(row.text(0).unwrap()).or_default().insert(row.text(1).unwrap(), column);
        }
        for table in LEFT_OUT {
            assert!(schema.remove(table).is_some(), "{table} is left out and not there");
        }
        let listed: BTreeMap<String, Columns> = TABLES
            .iter()
            .map(|table| {
                let columns = table.columns.iter().enumerate().map(|(at, (name, kind))| {
                    let is_numbered = is_postgres && table.numbered && at == 0;
                    ((*name).to_owned(), (*kind, at < table.key, is_numbered))
                });
                (table.name.to_owned(), columns.collect())
            })
            .collect();
        assert_eq!(listed, schema);
        db.close().await;
    }
}
