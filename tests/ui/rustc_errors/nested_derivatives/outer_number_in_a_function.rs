use micrograd_core::{BrandedDual, Function, Scalar, jacobian, jvp};

struct Scaled<'outer>(BrandedDual<'outer, 1>);

impl Function for Scaled<'_> {
    fn call<T: Scalar>(&self, y: &[T]) -> Vec<T> {
        vec![&y[0] * self.0]
    }
}

fn main() {
    let _ = jvp(|x| vec![x[0] * jacobian(&Scaled(x[0]), &[1.0])[0][0]], &[4.0], &[1.0]);
}
