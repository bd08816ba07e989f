//! Which copy of this crate made a value. Only debug builds know.
//!
//! A program may load several libraries, each with a copy of this crate of its own. Each copy has tapes of its own, so a value that
//! one made means nothing to another. The notebooks of evcxr load a library for each cell; they are debug builds. Release builds
//! do not ask: that would cost 3 % to 8 % of all instructions.

/// A copy of this crate, by the address of a static that each has for itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct CopyOfThisCrate(*const u8);

static OF_EACH_COPY: u8 = 0;

impl CopyOfThisCrate {
    #[inline]
    pub(super) fn this_one() -> Self {
        CopyOfThisCrate(&raw const OF_EACH_COPY)
    }

    #[inline]
    pub(super) fn is_this_one(self) -> bool {
        self == Self::this_one()
    }

    /// # Panics
    ///
    /// If it is another one.
    #[inline]
    #[track_caller]
    pub(super) fn must_be_this_one(self) {
        assert!(
            self.is_this_one(),
            "this value belongs to another library, which has a copy of micrograd-core and a tape of its own; let both link \
             micrograd-core dynamically (in a notebook of evcxr: `:allow_static_linking 0`), or hand over numbers: \
             `data()` there, `Value::new` here"
        );
    }

    #[cfg(test)]
    pub(super) fn another_one() -> Self {
        CopyOfThisCrate(std::ptr::null())
    }
}

#[cfg(test)]
mod tests {
    use super::CopyOfThisCrate;
    use crate::Value;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    fn foreign() -> Value {
        let mut x = Value::new(2.0);
        x.made_by = CopyOfThisCrate::another_one();
        x
    }

    #[test]
    fn a_value_of_another_copy_is_refused_with_words() {
        let x = Value::new(3.0);
        let uses: [&dyn Fn(&mut Value); 8] = [
            &|foreign| drop(foreign.to_string()),
            &|foreign| drop(foreign.clone()),
            &|foreign| drop(&x * &*foreign),
            &|foreign| *foreign += 1.0,
            &|foreign| foreign.backward(),
            &|foreign| drop(crate::grad! { foreign * x + 1 }),
            &|foreign| drop(Value::data_of(std::slice::from_ref(foreign))),
            &|foreign| drop(crate::Graph::of(foreign)),
        ];
        for (number, use_of) in uses.iter().enumerate() {
            let mut foreign = foreign();
            let panic = catch_unwind(AssertUnwindSafe(|| use_of(&mut foreign))).unwrap_err();
            let words = panic.downcast_ref::<String>().map(String::as_str);
            let words = words.or(panic.downcast_ref::<&str>().copied()).unwrap();
            assert!(words.contains("another library"), "use {number}: {words}");
        }
        assert_eq!((&x * 2.0).data(), 6.0);
    }

    #[test]
    fn the_drop_of_a_value_of_another_copy_touches_nothing_here() {
        let before = Value::new(5.0);
        drop(foreign());
        let after = Value::new(6.0);
        assert_eq!((before.data(), after.data()), (5.0, 6.0));
    }
}
