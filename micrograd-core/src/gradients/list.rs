//! The operations of a graph and, after them, those of its derivatives. They are written down here first. Those that
//! the results need are recorded on the tape afterwards.

use crate::elementary::ElementaryGraph;
use crate::operations::Elementary;
use std::cell::{Ref, RefCell};

/// A growing list of operations; operands come before their users.
#[derive(Debug, Default)]
pub struct List {
    nodes: RefCell<Vec<Elementary>>,
}

impl List {
    /// Begins with the operations of a graph, at the same indices.
    pub(super) fn new(graph: &ElementaryGraph) -> Self {
        List {
            nodes: RefCell::new(graph.nodes.clone()),
        }
    }

    pub(crate) fn into_nodes(self) -> Vec<Elementary> {
        self.nodes.into_inner()
    }

    pub(crate) fn nodes(&self) -> Ref<'_, Vec<Elementary>> {
        self.nodes.borrow()
    }

    pub(super) fn at(&self, index: usize) -> Elementary {
        self.nodes.borrow()[index]
    }

    /// Appends an operation and gives its index.
    pub(crate) fn push(&self, node: Elementary) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        let index = u32::try_from(nodes.len()).expect("fewer than 2³² operations in a derivative");
        nodes.push(node);
        index
    }
}

/// A derivative: a plain number, or the result of an operation of the list.
#[derive(Clone, Copy)]
pub(super) enum Derivative {
    Number(f64),
    Index(usize),
}
