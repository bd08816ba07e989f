//! A statement rests on what its expansion promises: nobody else makes a site without saying `unsafe`.
use micrograd_core::Value;
use micrograd_core::__macro_support::{Expression, Formula, Kinds, Site, Steps, expression};

struct Mine;

static SITE: Site = Site::new::<Mine>(&[Expression::HERE.position()]);

impl Formula for Mine {
    const OPERANDS: usize = 1;
    const OPERATIONS: usize = 1;
    const STORED: usize = 0;
    const USES: &'static [usize] = &[0];
    const HAS_QUOTIENT: bool = false;

    fn steps() -> &'static Steps {
        static STEPS: Steps = Steps::new("neg x0");
        &STEPS
    }

    fn value(x: &[f64], _: &mut [f64], _: Kinds) -> f64 {
        let _ = Value::new(1.0); // The tape is taken.
        -x[0]
    }

    fn reverse(_: &[f64], _: &[f64], _: f64, adjoint: f64, passed: &mut [f64], _: Kinds) {
        passed[0] = -adjoint;
    }
}

fn main() {
    let x = Value::new(2.0);
    let here = Expression::HERE.position();
    let _ = expression::<Mine, _>(&SITE, here, (&x, ()));
}
