//! The name of a parameter: the fields and indices that lead to it.

use std::fmt;

/// Where a parameter stands in its module: `layers.0.neurons.3.bias`.
///
/// A path is a chain of borrowed segments, so that walking over the parameters allocates nothing;
/// printing it joins them with dots, as PyTorch's `named_parameters` does.
///
/// ```
/// use micrograd_nn::ParameterPath;
///
/// let root = ParameterPath::root();
/// let layers = root.field("layers");
/// assert_eq!(layers.index(0).field("bias").to_string(), "layers.0.bias");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ParameterPath<'a> {
    parent: Option<&'a ParameterPath<'a>>,
    segment: Segment<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Segment<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

impl<'a> ParameterPath<'a> {
    /// The module itself; prints as nothing.
    ///
    /// ```
    /// # use micrograd_nn::ParameterPath;
    /// assert_eq!(ParameterPath::root().to_string(), "");
    /// ```
    #[must_use]
    pub fn root() -> Self {
        ParameterPath {
            parent: None,
            segment: Segment::Root,
        }
    }

    /// The field `name` of this module.
    ///
    /// ```
    /// # use micrograd_nn::ParameterPath;
    /// assert_eq!(ParameterPath::root().field("bias").to_string(), "bias");
    /// ```
    #[must_use]
    pub fn field(&'a self, name: &'a str) -> ParameterPath<'a> {
        self.child(Segment::Field(name))
    }

    /// The element `index` of this list, counted from 0.
    ///
    /// ```
    /// # use micrograd_nn::ParameterPath;
    /// assert_eq!(ParameterPath::root().index(7).to_string(), "7");
    /// ```
    #[must_use]
    pub fn index(&'a self, index: usize) -> ParameterPath<'a> {
        self.child(Segment::Index(index))
    }

    fn child(&'a self, segment: Segment<'a>) -> ParameterPath<'a> {
        ParameterPath {
            parent: Some(self),
            segment,
        }
    }
}

/// The segments from the outermost inwards, joined with dots.
impl fmt::Display for ParameterPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
            if parent.parent.is_some() {
                f.write_str(".")?;
            }
        }
        match self.segment {
            Segment::Root => Ok(()),
            Segment::Field(name) => f.write_str(name),
            Segment::Index(index) => write!(f, "{index}"),
        }
    }
}
