//! Panics that a test asks for: they print nothing, and say where they happened.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static EXPECTED: Cell<bool> = const { Cell::new(false) };
    static LAST: RefCell<Option<Panic>> = const { RefCell::new(None) };
}

#[derive(Debug)]
pub(crate) struct Panic {
    pub(crate) message: String,
    pub(crate) file: String,
    pub(crate) line: u32,
}

/// The panic of `f`, if it panics. The hook is the whole process's, so there is one for all tests.
pub(crate) fn caught<R>(f: impl FnOnce() -> R) -> Result<R, Panic> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !EXPECTED.get() {
                return print(info);
            }
            let place = info.location().expect("it is known");
            LAST.set(Some(Panic {
                message: text_of(info.payload()),
                file: place.file().to_owned(),
                line: place.line(),
            }));
        }));
    });
    EXPECTED.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(f));
    EXPECTED.set(false);
    result.map_err(|_| LAST.take().expect("the hook has run"))
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
