//! A statement rests on what its expansion promises: nobody else makes a site without saying `unsafe`.
use micrograd_core::__macro_support::{Expression, Operands, Recorder, Site, expression};
use micrograd_core::Value;

struct Mine;

static SITE: Site = Site::new::<Mine>(&[Expression::HERE.position()]);

fn main() {
    let x = Value::new(2.0);
    let here = Expression::HERE.position();
    let _ = expression(&SITE, here, Operands::<1, _, _>(&x, ()), |(x, ())| {
        let _ = Value::new(1.0); // The tape is taken.
        Recorder.mul(x, x)
    });
}
