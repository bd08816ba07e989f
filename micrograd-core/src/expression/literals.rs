//! Numbers that stand in the source: they are part of the statement's type and take no memory.

use super::{Loader, Part, Saver, Sink, TakingApart, Term, Terms};
use crate::operations::Op;
use crate::tape::Payload;

/// The `f64` with these bits.
#[derive(Clone, Copy, Debug)]
pub struct Literal<const BITS: u64>;

/// An integer, which is an exact exponent.
#[derive(Clone, Copy, Debug)]
pub struct Whole<const N: i32>;

macro_rules! literal {
    ($(#[$doc:meta])* $Literal:ty, [$($parameter:tt)*], $Assigned:ty, $is_integer:literal, $number:expr, $part:expr) => {
        impl<$($parameter)*> Term for $Literal {
            type Kept = f64;
            type Assigned = $Assigned;
            const IS_NODE: bool = false;
            const IS_OPERAND: bool = true;
            const IS_INTEGER: bool = $is_integer;
            const OP: Option<Op> = None;
    const USES: usize = 0;
    const STEPS: usize = 0;
    const HAS_QUOTIENT: bool = false;
            const STORED: [usize; 2] = [0; 2];
            const TEMPORARIES: [u32; 2] = [0; 2];

            #[inline(always)]
            fn number(&self) -> f64 {
                $number
            }

            #[inline(always)]
            fn primal(&self) -> f64 {
                $number
            }

            #[inline(always)]
            fn integer(&self) -> i32 {
                match $part {
                    Part::Integer(n) => n,
                    Part::Node(_) | Part::Number(_) => {
                        unreachable!("only integers are assigned to integers")
                    }
                }
            }

            #[inline(always)]
            fn store(&self, _: bool, _: &mut Saver<'_>) {}

            #[inline(always)]
            fn load<P: Payload, Os: Terms>(_: bool, _: &mut Loader<P, Os>) -> Self {
                Self
            }

            #[inline(always)]
            fn with_result(self, _: f64) -> Self {
                self
            }

            #[inline(always)]
            fn reverse<S: Sink>(&self, _: f64, _: &mut S) {}

            #[inline(always)]
            fn take_apart(&self, _: &mut TakingApart<'_>) -> Part {
                $part
            }
        }
    };
}

literal!(Literal<BITS>, [const BITS: u64], f64, false, f64::from_bits(BITS), Part::Number(f64::from_bits(BITS)));
literal!(Whole<N>, [const N: i32], i32, true, f64::from(N), Part::Integer(N));
