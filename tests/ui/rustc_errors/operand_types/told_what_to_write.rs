use micrograd_core::{Value, grad};
use std::cell::{Cell, RefCell};
use std::sync::Arc;

fn main() {
    let x = Value::new(2.0);
    let (small, yes, text) = (3_i8, true, "1.5");
    let (parsed, pair, arc) = ("1.5".parse::<f64>(), (1.0, 2.0), Arc::new(1.0));
    let (cell, shared) = (Cell::new(1.0), RefCell::new(Value::new(1.0)));
    let slice = &[1.0, 2.0][..];
    grad! {
        let a = x * small;
        let b = x * yes;
        let c = x * text;
        let d = x * parsed;
        let e = x * pair;
        let f = x * arc;
        let g = x * cell;
        let h = x * shared;
        let i = x * slice;
        let j = x * x.backward();
    }
    let _ = (a, b, c, d, e, f, g, h, i, j);
}
