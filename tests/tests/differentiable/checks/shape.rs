//! Numbers, lists and tuples as numbers in a row.

use super::Taped;

/// What parameters and results are made of.
pub(crate) trait Shape {
    type Number: Copy;
    /// The same over the tape's numbers.
    type Taped;

    fn push_to(&self, numbers: &mut Vec<Self::Number>);

    /// The same form with other numbers.
    fn like(&self, numbers: &mut impl Iterator<Item = Self::Number>) -> Self;

    fn over(&self, numbers: &mut impl Iterator<Item = Taped>) -> Self::Taped;
}

macro_rules! numbers {
    ($($Number:ty)*) => {$(
        impl Shape for $Number {
            type Number = $Number;
            type Taped = Taped;

            fn push_to(&self, numbers: &mut Vec<$Number>) {
                numbers.push(*self);
            }

            fn like(&self, numbers: &mut impl Iterator<Item = $Number>) -> Self {
                numbers.next().expect("there is one for each")
            }

            fn over(&self, numbers: &mut impl Iterator<Item = Taped>) -> Taped {
                numbers.next().expect("there is one for each")
            }
        }
    )*};
}

numbers! { f64 Taped }

impl<S: Shape> Shape for Vec<S> {
    type Number = S::Number;
    type Taped = Vec<S::Taped>;

    fn push_to(&self, numbers: &mut Vec<S::Number>) {
        for part in self {
            part.push_to(numbers);
        }
    }

    fn like(&self, numbers: &mut impl Iterator<Item = S::Number>) -> Self {
        self.iter().map(|part| part.like(numbers)).collect()
    }

    fn over(&self, numbers: &mut impl Iterator<Item = Taped>) -> Self::Taped {
        self.iter().map(|part| part.over(numbers)).collect()
    }
}

impl<S: Shape, const N: usize> Shape for [S; N] {
    type Number = S::Number;
    type Taped = [S::Taped; N];

    fn push_to(&self, numbers: &mut Vec<S::Number>) {
        for part in self {
            part.push_to(numbers);
        }
    }

    fn like(&self, numbers: &mut impl Iterator<Item = S::Number>) -> Self {
        std::array::from_fn(|i| self[i].like(numbers))
    }

    fn over(&self, numbers: &mut impl Iterator<Item = Taped>) -> Self::Taped {
        std::array::from_fn(|i| self[i].over(numbers))
    }
}

macro_rules! tuples {
    ($($First:ident $($Part:ident $i:tt)*;)*) => {$(
        impl<$First: Shape, $($Part: Shape<Number = $First::Number>),*> Shape for ($First, $($Part,)*) {
            type Number = $First::Number;
            type Taped = ($First::Taped, $($Part::Taped,)*);

            fn push_to(&self, numbers: &mut Vec<Self::Number>) {
                self.0.push_to(numbers);
                $(self.$i.push_to(numbers);)*
            }

            fn like(&self, numbers: &mut impl Iterator<Item = Self::Number>) -> Self {
                (self.0.like(numbers), $(self.$i.like(numbers),)*)
            }

            fn over(&self, numbers: &mut impl Iterator<Item = Taped>) -> Self::Taped {
                (self.0.over(numbers), $(self.$i.over(numbers),)*)
            }
        }
    )*};
}

tuples! {
    A B 1;
    A B 1 C 2;
    A B 1 C 2 D 3;
}
