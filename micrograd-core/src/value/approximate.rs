//! approx's comparison traits: values compare by their data, with each other and with `f64`.

use super::Value;
use approx::{AbsDiffEq, RelativeEq, UlpsEq};

macro_rules! approximate {
    ($($Right:ty, $right:ident => $data:expr;)*) => {$(
        impl AbsDiffEq<$Right> for Value {
            type Epsilon = f64;

            fn default_epsilon() -> f64 {
                f64::default_epsilon()
            }

            fn abs_diff_eq(&self, $right: &$Right, epsilon: f64) -> bool {
                self.data().abs_diff_eq(&$data, epsilon)
            }
        }

        impl RelativeEq<$Right> for Value {
            fn default_max_relative() -> f64 {
                f64::default_max_relative()
            }

            fn relative_eq(&self, $right: &$Right, epsilon: f64, max_relative: f64) -> bool {
                self.data().relative_eq(&$data, epsilon, max_relative)
            }
        }

        impl UlpsEq<$Right> for Value {
            fn default_max_ulps() -> u32 {
                f64::default_max_ulps()
            }

            fn ulps_eq(&self, $right: &$Right, epsilon: f64, max_ulps: u32) -> bool {
                self.data().ulps_eq(&$data, epsilon, max_ulps)
            }
        }
    )*};
}

// Not for `f64` on the left: that would make `f64::default_epsilon()` ambiguous for users.
approximate! {
    Value, other => other.data();
    f64, other => *other;
}
