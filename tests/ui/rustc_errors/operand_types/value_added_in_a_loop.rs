use micrograd_core::{Scalar, Value, grad};

fn total<T: Scalar>(xs: &[T]) {
    grad! {
        let mut sum = 0;
        for x in xs { sum += x ** 2; }
    }
    let _ = sum;
}

fn counted(xs: &[Value], n: &mut f64, mut count: usize) {
    grad! {
        for x in xs { count += x; }
        *n += xs[0] * 2;
    }
    let _ = count;
}

fn main() {
    let xs = [Value::new(2.0)];
    total(&xs);
    counted(&xs, &mut 1.0, 0);
}
