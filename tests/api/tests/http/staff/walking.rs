//! A slice of `cargo xtask soak desk`.

use server::testing::TestServer;
use tests_api::{on_both, walk};

async fn random_commands_do_what_the_model_says(server: &mut TestServer) {
    let walked = walk::walk(server, 7, 1_600).await;
    assert!(
        walked.obeyed > 50
            && walked.forbidden > 50
            && walked.refused > 50
            && walked.joined + walked.checked > 0
            && walked.released > 0
            && walked.identified > 0
            && walked.painted > 0,
        "{walked:?}"
    );
}

on_both!(random_commands_do_what_the_model_says);
