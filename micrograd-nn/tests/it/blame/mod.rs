//! Panics that blame the caller.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, Location};
use std::sync::Once;

thread_local! {
    /// The file and the message of this thread's last panic.
    static LAST_PANIC: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// Fails unless `mistake` panics with `message` in the file that calls this.
#[track_caller]
pub(crate) fn assert_panics<R>(message: &str, mistake: impl FnOnce() -> R) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            let file = panic.location().map(|location| location.file().to_owned());
            let message = panic.payload_as_str().unwrap_or_default().to_owned();
            LAST_PANIC.set(Some((file.unwrap_or_default(), message)));
            print(panic);
        }));
    });
    let outcome = panic::catch_unwind(AssertUnwindSafe(mistake));
    assert!(outcome.is_err(), "no panic, but expected: {message}");
    let (file, panicked) = LAST_PANIC.take().expect("the hook has run");
    assert_eq!(panicked, message);
    assert_eq!(file, Location::caller().file());
}
