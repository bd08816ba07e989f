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
            $B:ident($BNumber:ident, $NumberB:ident) $b_name:literal $(as $b_symbol:literal)?
                $(partials $b_reads:ident)?:
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
            /// The call of a function under [`#[differentiable]`](macro@crate::differentiable), by its `apply`.
            Call,
            $($(#[$u_doc])* $U,)*
            $($(#[$p_doc])* $P,)*
            $($(#[$b_doc])* $B,)*
            $($(#[$t_doc])* $T,)*
        }

        impl Op {
            /// Every operation of the table, without [`Op::Leaf`], [`Op::Constant`] and [`Op::Call`].
            pub const ALL: &[Op] = &[$(Op::$U,)* $(Op::$P,)* $(Op::$B,)* $(Op::$T,)*];

            /// The name in words, as `f64` has it: `"mul"`, `"exp_m1"`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    Op::Leaf => "leaf",
                    Op::Constant => "constant",
                    Op::Call => "call",
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
                    Op::Call => "call",
                    $(Op::$U => symbol!($u_name $($u_symbol)?),)*
                    $(Op::$P => symbol!($p_name $($p_symbol)?),)*
                    $(Op::$B => symbol!($b_name $($b_symbol)?),)*
                    $(Op::$T => symbol!($t_name $($t_symbol)?),)*
                }
            }

            /// How many operands it has, plain numbers included; 0 for [`Op::Call`], whose operands are those of its function.
            #[must_use]
            pub const fn arity(self) -> usize {
                match self {
                    Op::Leaf | Op::Constant | Op::Call => 0,
                    $(Op::$U => 1,)* $(Op::$P => 2,)* $(Op::$B => 2,)* $(Op::$T => 3,)*
                }
            }

            /// The code of a node whose operands are nodes.
            pub(crate) const fn code(self) -> Code {
                match self {
                    Op::Leaf => Code::Leaf,
                    Op::Constant => Code::Constant,
                    Op::Call => Code::Call,
                    $(Op::$U => Code::$U,)*
                    $(Op::$P => Code::$P,)*
                    $(Op::$B => Code::$B,)*
                    $(Op::$T => Code::$T,)*
                }
            }
        }

        /// The operations of one operand.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Unary { $($U,)* }

        impl Unary {
            #[inline]
            pub(crate) const fn code(self) -> Code {
                match self { $(Unary::$U => Code::$U,)* }
            }
        }

        /// The operations of one operand and one plain number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Parametric { $($P,)* }

        impl Parametric {
            #[inline]
            pub(crate) const fn code(self) -> Code {
                match self { $(Parametric::$P => Code::$P,)* }
            }
        }

        /// The operations of two operands, one of which may be a plain number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Binary { $($B,)* }

        impl Binary {
            /// The code of a node with two operands that are nodes.
            #[inline]
            pub(crate) const fn code(self) -> Code {
                match self { $(Binary::$B => Code::$B,)* }
            }

            /// The code of a node whose right operand is a plain number.
            #[inline]
            pub(crate) const fn code_with_number(self) -> Code {
                match self { $(Binary::$B => Code::$BNumber,)* }
            }

            /// The code of a node whose left operand is a plain number.
            #[inline]
            pub(crate) const fn code_of_number(self) -> Code {
                match self { $(Binary::$B => Code::$NumberB,)* }
            }
        }

        /// The operations of three operands.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Ternary { $($T,)* }

        impl Ternary {
            #[inline]
            pub(crate) const fn code(self) -> Code {
                match self { $(Ternary::$T => Code::$T,)* }
            }
        }

        /// Each row as a type, for code that knows its operation when it is compiled.
        pub mod row {
            use super::*;

            $(
                $(#[$u_doc])*
                #[derive(Clone, Copy, Debug)]
                pub struct $U;

                #[allow(unused_variables)] // A row names what it needs.
                impl UnaryRow for $U {
                    const OP: Unary = Unary::$U;

                    #[inline]
                    fn value<N: Number>($ux: N) -> N {
                        $u_value
                    }

                    #[inline]
                    fn slope<N: Number>($sx: N, $sy: N) -> N {
                        $u_slope
                    }
                }
            )*

            $(
                $(#[$p_doc])*
                #[derive(Clone, Copy, Debug)]
                pub struct $P;

                #[allow(unused_variables)] // A row names what it needs.
                impl ParametricRow for $P {
                    const OP: Parametric = Parametric::$P;

                    #[inline]
                    fn value<N: Number>($px: N, $pc: f64) -> N {
                        $p_value
                    }

                    #[inline]
                    fn slope<N: Number>($psx: N, $psc: f64, $psy: N) -> N {
                        $p_slope
                    }
                }
            )*

            $(
                $(#[$b_doc])*
                #[derive(Clone, Copy, Debug)]
                pub struct $B;

                #[allow(unused_variables)] // A row names what it needs.
                impl BinaryRow for $B {
                    const OP: Binary = Binary::$B;
                    $(const PARTIALS: PartialsAre = PartialsAre::$b_reads;)?

                    #[inline]
                    fn value<N: Number>($ba: N, $bb: N) -> N {
                        $b_value
                    }

                    #[inline]
                    fn left_partial<N: Number>($pa: N, $pb: N, $py: N) -> N {
                        $b_left
                    }

                    #[inline]
                    fn right_partial<N: Number>($pa: N, $pb: N, $py: N) -> N {
                        $b_right
                    }
                }
            )*

            $(
                $(#[$t_doc])*
                #[derive(Clone, Copy, Debug)]
                pub struct $T;

                impl TernaryRow for $T {
                    const OP: Ternary = Ternary::$T;

                    #[inline]
                    fn value<N: Number>($ta: N, $tb: N, $tc: N) -> N {
                        $t_value
                    }

                    #[inline]
                    #[allow(unused_variables)] // A row names what it needs.
                    fn partials<N: Number>($ta: N, $tb: N, $tc: N) -> [N; 3] {
                        [$t_first, $t_second, $t_third]
                    }
                }
            )*
        }

        /// An operation together with which of its operands are plain numbers, in one byte.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Code {
            Leaf,
            Constant,
            /// The result of a function whose derivative was compiled.
            Call,
            /// The operands of a statement or a chain that its result has no room for.
            Extension,
            $($U,)*
            $($P,)*
            $($B, $BNumber, $NumberB,)*
            $($T,)*
            /// The result of a whole statement, whose operations the statement knows. It and what follows
            /// come last: a sweep tells them from all others by one comparison.
            Statement,
            /// The result of one statement run many times in a row, each time on the result before.
            Chain,
        }

        impl Code {
            #[inline]
            pub(crate) const fn shape(self) -> Shape {
                match self {
                    Code::Leaf => Shape::Leaf,
                    Code::Constant => Shape::Constant,
                    Code::Call => Shape::Call,
                    Code::Statement | Code::Chain => Shape::Statement,
                    Code::Extension => Shape::Extension,
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

            /// Hands the row to the visitor, as a type.
            #[inline(always)]
            pub(crate) fn visit<V: RowVisitor>(self, visitor: V) {
                match self {
                    Code::Leaf
                    | Code::Constant
                    | Code::Call
                    | Code::Statement
                    | Code::Chain
                    | Code::Extension => {}
                    $(Code::$U => visitor.unary::<row::$U>(),)*
                    $(Code::$P => visitor.parametric::<row::$P>(),)*
                    $(
                        Code::$B => visitor.binary::<row::$B>(),
                        Code::$BNumber => visitor.binary_with_number::<row::$B>(),
                        Code::$NumberB => visitor.binary_of_number::<row::$B>(),
                    )*
                    $(Code::$T => visitor.ternary::<row::$T>(),)*
                }
            }

            /// The operation, for codes that stand for a single one.
            pub(crate) const fn op(self) -> Option<Op> {
                match self {
                    Code::Leaf => Some(Op::Leaf),
                    Code::Constant => Some(Op::Constant),
                    Code::Call => Some(Op::Call),
                    Code::Statement | Code::Chain | Code::Extension => None,
                    $(Code::$U => Some(Op::$U),)*
                    $(Code::$P => Some(Op::$P),)*
                    $(Code::$B | Code::$BNumber | Code::$NumberB => Some(Op::$B),)*
                    $(Code::$T => Some(Op::$T),)*
                }
            }

            /// Whether some code has this byte: they count on from 0.
            pub(crate) const fn is_valid(byte: u8) -> bool {
                byte <= Code::Chain as u8
            }
        }
    };
}

pub(super) use operations;
