//! Watching for anomalies while a guard lives.

use super::Anomaly;
use super::watch::{WatcherId, unwatch, watch, watched};
use crate::tape;
use std::marker::PhantomData;

/// Watches this thread, as long as the guard lives, for the first operation whose data, or whose
/// adjoint in [`backward`](crate::Value::backward), becomes NaN or infinite.
///
/// It is reported once on stderr, as a warning with its line of source code, and can be taken
/// from the guard; the program goes on. The report comes when `backward` runs, when the number
/// is about to be dropped, or when the guard is asked or dropped, whatever is first; so it knows
/// what became of the number. (A program that ends by `std::process::exit` drops no guard.) Recording is not slowed down by any of this; `backward` is, while a
/// guard lives that has seen nothing yet.
///
/// ```
/// use micrograd_core::{Op, Value, detect_anomaly, grad};
///
/// let guard = detect_anomaly();
/// let (a, b) = (Value::new(1.0), Value::new(2.0));
/// grad! {
///     let difference = a - b;
///     let loss = 3 * difference.ln() + a;
/// }
/// loss.backward();
///
/// let anomaly = guard.take().unwrap();
/// assert_eq!(anomaly.op, Op::Ln);
/// assert!(anomaly.data.is_nan());
/// assert_eq!(anomaly.operands[0].name.as_deref(), Some("difference"));
/// assert_eq!(anomaly.operands[0].data, -1.0);
/// assert_eq!(anomaly.source.unwrap().text(), Some("difference.ln()"));
/// assert_eq!(anomaly.chain.len(), 3); // ln, 3 · ln, … + a
/// ```
///
/// Guards nest: each sees the first anomaly of its own time. What several guards see is printed
/// once.
#[must_use = "the watch ends when the guard is dropped"]
pub fn detect_anomaly() -> AnomalyGuard {
    AnomalyGuard {
        id: tape::with(watch),
        this_thread: PhantomData,
    }
}

/// Keeps the watch of [`detect_anomaly`] going.
#[derive(Debug)]
pub struct AnomalyGuard {
    id: WatcherId,
    /// It belongs to this thread's tape.
    this_thread: PhantomData<*const ()>,
}

impl AnomalyGuard {
    /// The first anomaly since the guard was made, if there has been one.
    ///
    /// ```
    /// # use micrograd_core::{Value, detect_anomaly};
    /// let guard = detect_anomaly();
    /// let x = Value::new(0.0);
    /// assert!(guard.anomaly().is_none());
    /// let y = x.ln();
    /// assert_eq!(guard.anomaly().unwrap().data, f64::NEG_INFINITY);
    /// ```
    #[must_use]
    pub fn anomaly(&self) -> Option<Anomaly> {
        tape::with(|tape| watched(tape, self.id, |anomaly| anomaly.clone()))?
    }

    /// The same, taken out of the guard. A guard sees one anomaly and no second one: what follows
    /// from the first would only hide it.
    ///
    /// ```
    /// # use micrograd_core::{Value, detect_anomaly};
    /// let guard = detect_anomaly();
    /// let y = Value::new(-1.0).sqrt();
    /// assert!(guard.take().is_some());
    /// assert!(guard.take().is_none());
    /// ```
    #[must_use]
    pub fn take(&self) -> Option<Anomaly> {
        tape::with(|tape| watched(tape, self.id, Option::take))?
    }
}

impl Drop for AnomalyGuard {
    fn drop(&mut self) {
        tape::with(|tape| unwatch(tape, self.id));
    }
}
