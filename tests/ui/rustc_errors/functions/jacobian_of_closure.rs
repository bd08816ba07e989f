use micrograd_core::{Value, jacobian};

fn main() {
    let _ = jacobian(|x: &[Value]| vec![x[0].exp()], &[1.0]);
}
