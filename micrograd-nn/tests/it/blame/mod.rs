//! Panics that blame the caller.

use std::any::Any;
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
            let message = text_of(panic.payload());
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

/// What a panic says: formatted, or as it stands in the source.
fn text_of(payload: &dyn Any) -> String {
    match payload.downcast_ref::<String>() {
        Some(text) => text.clone(),
        None => payload
            .downcast_ref::<&str>()
            .copied()
            .unwrap_or_default()
            .to_owned(),
    }
}
