//! The server over HTTP, seen by those who meet it: a reporter who files and follows, an office that moves
//! complaints on, an operator at the command line, and strangers who try what they should not.
//!
//! The tests themselves are in `tests/http/`, one folder for each persona.

pub mod answer;
pub mod client;
pub mod documents;

pub mod forms;
pub mod pictures;
pub mod plain;
pub mod random;
pub mod samples;

pub mod office;
pub mod operator;
pub mod reporter;
pub mod smtp;
pub mod staff;

pub mod process;
pub mod rows;
pub mod stream;
pub mod wait;
pub mod walk;

pub mod elsewhere;
pub mod excluding;
pub mod informing;
pub mod kills;
pub mod requesting;
pub mod syncs;
pub mod tables;
pub mod turning;

/// Runs each test on SQLite and on PostgreSQL: `on_both!(a_test, another)` where each is an
/// `async fn(&mut TestServer)`.
#[macro_export]
macro_rules! on_both {
    ($($test:ident),+ $(,)?) => {
        mod on_sqlite {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    let mut server = server::testing::TestServer::sqlite().await;
                    super::$test(&mut server).await;
                    server.stop().await;
                }
            )+
        }
        mod on_postgres {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    let mut server = server::testing::TestServer::postgres().await;
                    super::$test(&mut server).await;
                    server.stop().await;
                }
            )+
        }
    };
}
