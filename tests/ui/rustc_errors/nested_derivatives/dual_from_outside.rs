use micrograd_core::{Dual, jvp};

fn main() {
    let x = Dual::<1>::variable(4.0, 0);
    let _ = jvp(|y| vec![x * y[0]], &[1.0], &[1.0]);
}
