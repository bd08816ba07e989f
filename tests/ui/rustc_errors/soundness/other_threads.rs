//! Nothing that belongs to a thread's tape goes to another thread.
use micrograd_core::__macro_support::{LoopAssignee, Intermediate};
use micrograd_core::{AnomalyGuard, Value};

fn goes_to_another_thread<T: Send>() {}
fn is_seen_by_another_thread<T: Sync>() {}

fn main() {
    goes_to_another_thread::<Value>();
    is_seen_by_another_thread::<Value>();
    goes_to_another_thread::<Intermediate>();
    is_seen_by_another_thread::<Intermediate>();
    goes_to_another_thread::<LoopAssignee<'_, Value>>();
    goes_to_another_thread::<AnomalyGuard>();
}
