//! Functions that only read write nothing, whoever calls them.

use leptos::server_fn::axum::server_fn_paths;

use super::{database::Engine, routes::world, support::*};
use crate::{
    accounts::StaffRole,
    db::line::ANSWER_TIME,
    site::{database::open, router::only_reads},
};

/// On SQLite alone: it says whether another connection has written anything at all.
#[test]
fn a_function_that_only_reads_writes_nothing() {
    run(Engine::Sqlite, async |site: &Site| {
        let world = world(site).await;
        // Staff reads what nobody else does.
        site.put_on_staff(&world.people[1], Some(StaffRole::Admin)).await;
        site.give_app(&world.people[1]).await;
        let (watch, _) = open(&site.database_url(), ANSWER_TIME).await.unwrap();
        let before = watch.version().await.unwrap();
        let ids =
            [world.application, world.conversation, world.message, world.own_resume, world.open.id, world.draft.id];
        let ids = ids.map(|id| id.to_string());
        let mut reading: Vec<&str> = server_fn_paths().map(|(path, _)| path).filter(|path| only_reads(path)).collect();
        reading.sort_unstable();
        assert!(reading.len() >= 25, "{reading:?}");
        for path in reading {
            let mut answered = false;
            for person in &world.people {
                for id in &ids {
                    let fields = [("id", id.as_str()), ("slug", &world.open.slug), ("text", "x"), ("token", "x")];
                    let company = [("id", id.as_str()), ("slug", &world.acme), ("text", "x"), ("token", "x")];
                    for fields in [fields, company] {
                        answered |= person.call(path.trim_start_matches("/api/"), &fields).await.status.is_success();
                    }
                }
            }
            assert!(answered, "{path} answers somebody");
            assert_eq!(watch.version().await.unwrap(), before, "{path}");
        }
        world.people[1].call("mark_read", &[("conversation", &ids[1]), ("seq", "1")]).await;
        assert_ne!(watch.version().await.unwrap(), before, "a write is seen");
        watch.close().await;
    });
}
