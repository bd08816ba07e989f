use micrograd_core::grad;

fn doubled<T>(x: T) -> T {
    grad! { x * 2 }
}

fn squared<T: Clone>(x: &T) -> T {
    grad! { x ** 2 }
}

fn added<T>(x: &T, mut sum: T) {
    grad! { sum += x; }
}

fn main() {
    let _ = (doubled(1.0), squared(&1.0), added(&1.0, 1.0));
}
