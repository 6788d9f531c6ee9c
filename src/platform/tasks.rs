//! Tasks that run for as long as the server does.

use std::{any::Any, panic::AssertUnwindSafe, time::Duration};

use futures::FutureExt;

/// The delay between a panic and the restart.
const RESTART_DELAY: Duration = Duration::from_secs(1);

/// Runs a task to its end. A panic in it is logged, and it is started again.
pub async fn supervised<T: Future<Output = ()>>(name: &'static str, start: impl Fn() -> T) {
    while let Err(panic) = AssertUnwindSafe(async { start().await }).catch_unwind().await {
        tracing::error!(task = name, panic = words(&*panic), "a task has panicked; it is started again");
        tokio::time::sleep(RESTART_DELAY).await;
    }
}

/// What a panic says, where that is a text.
fn words(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    owned.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no text")
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_task_that_panics_is_started_again() {
        let starts = Cell::new(0);
        supervised("test", || {
            starts.set(starts.get() + 1);
            let start = starts.get();
            async move { assert!(start > 2, "start {start}") }
        })
        .await;
        assert_eq!(starts.get(), 3);
    }

    #[test]
    fn a_panic_is_told_in_its_words() {
        let said = |run: fn()| std::panic::catch_unwind(run).map_err(|panic| words(&*panic).to_string()).unwrap_err();
        assert_eq!(said(|| panic!("one")), "one");
        assert_eq!(said(|| panic!("{}", 2)), "2");
        assert_eq!(said(|| std::panic::panic_any(3)), "no text");
    }
}
