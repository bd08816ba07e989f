//! Derivatives inside of derivatives, whose results are plain numbers. Plain numbers have no derivative with respect to
//! the outer inputs, so an inner derivative that uses those inputs panics.

use crate::elementary::ElementaryGraph;
use crate::value::Value;
use std::cell::RefCell;
use std::mem::{self, ManuallyDrop};
use std::rc::Rc;

thread_local! {
    /// The inputs of the derivatives whose functions are running, the innermost last. It is there as long as the thread,
    /// because destructors may differentiate, too.
    static RUNNING: RefCell<ManuallyDrop<Vec<Rc<[Value]>>>> =
        const { RefCell::new(ManuallyDrop::new(Vec::new())) };
}

/// The function of a derivative while it runs.
struct Running;

impl Running {
    fn begin(inputs: &Rc<[Value]>) -> Self {
        RUNNING.with_borrow_mut(|running| running.push(Rc::clone(inputs)));
        Running
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // What is dropped may run the user's code no more than the tape's.
        let (inputs, all) = RUNNING.with_borrow_mut(|running| {
            let inputs = running.pop();
            let all = running.is_empty().then(|| mem::take(&mut **running));
            (inputs, all)
        });
        drop((inputs, all));
    }
}

/// Leaves that hold `x`, and what f makes of them.
///
/// # Panics
///
/// If a result was made of the inputs of a derivative that this one is inside of; `function` is what the user called.
#[track_caller]
pub(crate) fn evaluated<Y: AsRef<[Value]>>(
    f: impl FnOnce(&[Value]) -> Y,
    x: &[f64],
    function: &str,
) -> (Rc<[Value]>, Y) {
    let inputs: Rc<[Value]> = Value::leaves_of(x).into();
    let outputs = {
        let _running = Running::begin(&inputs);
        f(&inputs)
    };
    let outer = RUNNING.with_borrow(|running| running.to_vec());
    if !outer.is_empty() {
        let outer: Vec<&Value> = outer.iter().flat_map(|inputs| &**inputs).collect();
        let roots: Vec<&Value> = outputs.as_ref().iter().collect();
        let graph = ElementaryGraph::of(&roots, &outer, function);
        assert!(
            graph.inputs.iter().all(Option::is_none),
            "{function}(): the result depends on the inputs of a derivative around it. {function}() gives plain numbers, so the \
             derivative around it would miss a part. Use `gradients` and `tangent`, which give values, or detach() what is \
             meant as a constant"
        );
    }
    (inputs, outputs)
}
