//! What a row of the table turns into.

/// Turns the rows of the table into the enums and functions that everything else reads.
macro_rules! operations {
    (
        unary {$(
            $(#[$u_doc:meta])*
            $U:ident $u_name:literal $(as $u_symbol:literal)?:
                |$ux:ident| $u_value:expr, |$sx:ident, $sy:ident| $u_slope:expr;
        )*}
        parametric {$(
            $(#[$p_doc:meta])*
            $P:ident $p_name:literal $(as $p_symbol:literal)?:
                |$px:ident, $pc:ident| $p_value:expr,
                |$psx:ident, $psc:ident, $psy:ident| $p_slope:expr;
        )*}
        binary {$(
            $(#[$b_doc:meta])*
            $B:ident($BNumber:ident, $NumberB:ident) $b_name:literal $(as $b_symbol:literal)?:
                |$ba:ident, $bb:ident| $b_value:expr,
                |$pa:ident, $pb:ident, $py:ident| $b_left:expr, $b_right:expr;
        )*}
        ternary {$(
            $(#[$t_doc:meta])*
            $T:ident $t_name:literal $(as $t_symbol:literal)?:
                |$ta:ident, $tb:ident, $tc:ident|
                $t_value:expr, $t_first:expr, $t_second:expr, $t_third:expr;
        )*}
    ) => {
        /// What a node of the graph is: a leaf, a number that took part, or the operation that
        /// made it.
        ///
        /// ```
        /// use micrograd_core::Op;
        /// assert_eq!(Op::Mul.symbol(), "*");
        /// assert_eq!(Op::Relu.name(), "relu");
        /// assert_eq!(Op::MulAdd.arity(), 3);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Op {
            /// A value that no operation made: an input, a parameter, a detached value.
            Leaf,
            /// A plain number that an operation of three operands took in.
            Constant,
            $($(#[$u_doc])* $U,)*
            $($(#[$p_doc])* $P,)*
            $($(#[$b_doc])* $B,)*
            $($(#[$t_doc])* $T,)*
        }

        impl Op {
            /// Every operation of the table, without [`Op::Leaf`] and [`Op::Constant`].
            pub const ALL: &[Op] = &[$(Op::$U,)* $(Op::$P,)* $(Op::$B,)* $(Op::$T,)*];

            /// The name in words, as `f64` has it: `"mul"`, `"exp_m1"`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    Op::Leaf => "leaf",
                    Op::Constant => "constant",
                    $(Op::$U => $u_name,)*
                    $(Op::$P => $p_name,)*
                    $(Op::$B => $b_name,)*
                    $(Op::$T => $t_name,)*
                }
            }

            /// The sign that a drawing shows: `"*"`, `"ReLU"`; the name where there is no sign.
            #[must_use]
            pub const fn symbol(self) -> &'static str {
                match self {
                    Op::Leaf | Op::Constant => "",
                    $(Op::$U => symbol!($u_name $($u_symbol)?),)*
                    $(Op::$P => symbol!($p_name $($p_symbol)?),)*
                    $(Op::$B => symbol!($b_name $($b_symbol)?),)*
                    $(Op::$T => symbol!($t_name $($t_symbol)?),)*
                }
            }

            /// How many operands it has, plain numbers included.
            #[must_use]
            pub const fn arity(self) -> usize {
                match self {
                    Op::Leaf | Op::Constant => 0,
                    $(Op::$U => 1,)*
                    $(Op::$P => 2,)*
                    $(Op::$B => 2,)*
                    $(Op::$T => 3,)*
                }
            }
        }

        /// The operations of one operand.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Unary { $($U,)* }

        impl Unary {
            #[inline(always)]
            pub(crate) fn value<N: Number>(self, x: N) -> N {
                match self {$(
                    Unary::$U => { let $ux = x; $u_value }
                )*}
            }

            /// ∂y/∂x
            #[inline(always)]
            #[allow(unused_variables)] // A row names what it needs.
            pub(crate) fn slope<N: Number>(self, x: N, y: N) -> N {
                match self {$(
                    Unary::$U => { let ($sx, $sy) = (x, y); $u_slope }
                )*}
            }

            #[inline(always)]
            pub(crate) const fn code(self) -> Code {
                match self { $(Unary::$U => Code::$U,)* }
            }
        }

        /// The operations of one operand and one plain number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Parametric { $($P,)* }

        impl Parametric {
            #[inline(always)]
            pub(crate) fn value<N: Number>(self, x: N, c: f64) -> N {
                match self {$(
                    Parametric::$P => { let ($px, $pc) = (x, c); $p_value }
                )*}
            }

            /// ∂y/∂x
            #[inline(always)]
            #[allow(unused_variables)] // A row names what it needs.
            pub(crate) fn slope<N: Number>(self, x: N, c: f64, y: N) -> N {
                match self {$(
                    Parametric::$P => { let ($psx, $psc, $psy) = (x, c, y); $p_slope }
                )*}
            }

            #[inline(always)]
            pub(crate) const fn code(self) -> Code {
                match self { $(Parametric::$P => Code::$P,)* }
            }
        }

        /// The operations of two operands, one of which may be a plain number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Binary { $($B,)* }

        impl Binary {
            #[inline(always)]
            pub(crate) fn value<N: Number>(self, a: N, b: N) -> N {
                match self {$(
                    Binary::$B => { let ($ba, $bb) = (a, b); $b_value }
                )*}
            }

            /// ∂y/∂a
            #[inline(always)]
            #[allow(unused_variables)] // A row names what it needs.
            pub(crate) fn left_partial<N: Number>(self, a: N, b: N, y: N) -> N {
                match self {$(
                    Binary::$B => { let ($pa, $pb, $py) = (a, b, y); $b_left }
                )*}
            }

            /// ∂y/∂b
            #[inline(always)]
            #[allow(unused_variables)] // A row names what it needs.
            pub(crate) fn right_partial<N: Number>(self, a: N, b: N, y: N) -> N {
                match self {$(
                    Binary::$B => { let ($pa, $pb, $py) = (a, b, y); $b_right }
                )*}
            }

            /// The code of a node with two operands that are nodes.
            #[inline(always)]
            pub(crate) const fn code(self) -> Code {
                match self { $(Binary::$B => Code::$B,)* }
            }

            /// The code of a node whose right operand is a plain number.
            #[inline(always)]
            pub(crate) const fn code_with_number(self) -> Code {
                match self { $(Binary::$B => Code::$BNumber,)* }
            }

            /// The code of a node whose left operand is a plain number.
            #[inline(always)]
            pub(crate) const fn code_of_number(self) -> Code {
                match self { $(Binary::$B => Code::$NumberB,)* }
            }
        }

        /// The operations of three operands.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Ternary { $($T,)* }

        impl Ternary {
            #[inline(always)]
            pub(crate) fn value<N: Number>(self, a: N, b: N, c: N) -> N {
                match self {$(
                    Ternary::$T => { let ($ta, $tb, $tc) = (a, b, c); $t_value }
                )*}
            }

            /// ∂y/∂a, ∂y/∂b, ∂y/∂c
            #[inline(always)]
            #[allow(unused_variables)] // A row names what it needs.
            pub(crate) fn partials<N: Number>(self, a: N, b: N, c: N) -> [N; 3] {
                match self {$(
                    Ternary::$T => {
                        let ($ta, $tb, $tc) = (a, b, c);
                        [$t_first, $t_second, $t_third]
                    }
                )*}
            }

            #[inline(always)]
            pub(crate) const fn code(self) -> Code {
                match self { $(Ternary::$T => Code::$T,)* }
            }
        }

        /// An operation together with which of its operands are plain numbers, in one byte.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Code {
            Leaf,
            Constant,
            $($U,)*
            $($P,)*
            $($B, $BNumber, $NumberB,)*
            $($T,)*
        }

        impl Code {
            #[inline(always)]
            pub(crate) const fn shape(self) -> Shape {
                match self {
                    Code::Leaf => Shape::Leaf,
                    Code::Constant => Shape::Constant,
                    $(Code::$U => Shape::Unary(Unary::$U),)*
                    $(Code::$P => Shape::Parametric(Parametric::$P),)*
                    $(
                        Code::$B => Shape::Binary(Binary::$B),
                        Code::$BNumber => Shape::BinaryWithNumber(Binary::$B),
                        Code::$NumberB => Shape::BinaryOfNumber(Binary::$B),
                    )*
                    $(Code::$T => Shape::Ternary(Ternary::$T),)*
                }
            }

            pub(crate) const fn op(self) -> Op {
                match self {
                    Code::Leaf => Op::Leaf,
                    Code::Constant => Op::Constant,
                    $(Code::$U => Op::$U,)*
                    $(Code::$P => Op::$P,)*
                    $(Code::$B | Code::$BNumber | Code::$NumberB => Op::$B,)*
                    $(Code::$T => Op::$T,)*
                }
            }
        }
    };
}

/// The symbol where the row has one, else the name.
macro_rules! symbol {
    ($name:literal) => {
        $name
    };
    ($name:literal $symbol:literal) => {
        $symbol
    };
}

/// A [`Code`](super::Code), unpacked: which operation on which kinds of operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Leaf,
    Constant,
    /// One node.
    Unary(super::Unary),
    /// One node and its number.
    Parametric(super::Parametric),
    /// Two nodes.
    Binary(super::Binary),
    /// A node on the left, a plain number on the right.
    BinaryWithNumber(super::Binary),
    /// A plain number on the left, a node on the right.
    BinaryOfNumber(super::Binary),
    /// Three nodes.
    Ternary(super::Ternary),
}

pub(super) use {operations, symbol};
