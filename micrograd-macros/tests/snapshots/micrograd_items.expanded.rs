fn cube(x: &Value) -> Value {
    ::micrograd_core::grad! {
        x ** 3
    }
}
impl Line {
    fn at(&self, x: f64) -> Value {
        ::micrograd_core::grad! {
            let y = if (x > 0.0) { self.slope * x } else { ::micrograd_core::grad !{ - x
            } };
        }
        y
    }
}
