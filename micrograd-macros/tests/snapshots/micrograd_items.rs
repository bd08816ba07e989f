fn cube(x: &Value) -> Value {
    grad!< x ** 3 >
}

impl Line {
    fn at(&self, x: f64) -> Value {
        grad!< let y = if (x > 0.0) { self.slope * x } else { grad!< -x > }; >;
        y
    }
}
