//! What a drawing shows of an operation.

/// The symbol where the row has one, else the name.
macro_rules! symbol {
    ($name:literal) => {
        $name
    };
    ($name:literal $symbol:literal) => {
        $symbol
    };
}

pub(super) use symbol;
