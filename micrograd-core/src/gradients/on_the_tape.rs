//! Recording the operations of derivatives on the tape: those that the results need, and no others.

use super::list::Derivative;
use crate::elementary::ElementaryGraph;
use crate::operations::{
    BinaryRow, Elementary, ParametricRow, RowVisitor, TernaryRow, UnaryRow, row,
};
use crate::source::SourceId;
use crate::tape::{self, Caller, HandleId, NodeRef, Tape};
use crate::value::Value;

/// The results as values; `root` is the graph's.
pub(super) fn record(
    graph: &mut ElementaryGraph,
    list: &[Elementary],
    results: &[Derivative],
    root: &Value,
    caller: Caller,
) -> Vec<Value> {
    let needed = needed(graph, list, results);
    // A result that is no new operation takes a node of its own.
    graph.make_room(root, needed.len() + results.len(), caller);
    tape::make_room_for_leaves(results.len(), caller);
    let handles = tape::with(|tape| {
        let mut recorder = Recorder {
            tape,
            graph,
            new: vec![None; list.len()],
            caller,
        };
        for index in needed {
            recorder.record(index, &list[index]);
        }
        recorder.hold(results)
    });
    handles.into_iter().map(Value::holding).collect()
}

/// The operations that the results are made of and that are not on the tape, operands first.
fn needed(graph: &ElementaryGraph, list: &[Elementary], results: &[Derivative]) -> Vec<usize> {
    let mut marked = vec![false; list.len()];
    for result in results {
        if let Derivative::Index(index) = *result {
            marked[index] = true;
        }
    }
    let mut needed = Vec::new();
    for index in (0..marked.len()).rev() {
        if marked[index] && !graph.is_on_tape(index) {
            needed.push(index);
            for &operand in list[index].operands() {
                marked[operand as usize] = true;
            }
        }
    }
    needed.reverse();
    needed
}

struct Recorder<'a> {
    tape: &'a mut Tape,
    graph: &'a ElementaryGraph,
    /// What has been recorded now, by index in the list.
    new: Vec<Option<NodeRef>>,
    caller: Caller,
}

impl Recorder<'_> {
    fn record(&mut self, index: usize, node: &Elementary) {
        let mut operands = [None; 3];
        for (operand, &index) in operands.iter_mut().zip(node.operands()) {
            *operand = Some(self.at(index as usize));
        }
        let source = self.tape.source(self.caller);
        node.code.visit(Record {
            tape: self.tape,
            operands,
            number: node.number,
            source,
            result: &mut self.new[index],
        });
    }

    fn at(&self, index: usize) -> NodeRef {
        self.new[index].unwrap_or_else(|| self.graph.node_ref(self.tape, index))
    }

    fn hold(&mut self, results: &[Derivative]) -> Vec<HandleId> {
        // Several inputs may have one derivative.
        let mut held: Vec<Option<HandleId>> = vec![None; self.new.len()];
        let mut handles = Vec::with_capacity(results.len());
        for result in results {
            handles.push(match *result {
                Derivative::Number(c) => {
                    let source = self.tape.source(self.caller);
                    self.tape.held_leaf(c, source)
                }
                Derivative::Index(index) => {
                    if let Some(handle) = held[index] {
                        let is_shared = self.tape.share(handle);
                        assert!(is_shared, "fewer than 2³² inputs");
                        handle
                    } else {
                        let handle = self.first_handle(index);
                        held[index] = Some(handle);
                        handle
                    }
                }
            });
        }
        handles
    }

    fn first_handle(&mut self, index: usize) -> HandleId {
        let recorded = self.new[index].unwrap_or_else(|| {
            // It may have handles already, which are not known here; 1·x has none.
            let x = self.graph.node_ref(self.tape, index);
            let source = self.tape.source(self.caller);
            self.tape.binary_with_number::<row::Mul>(x, 1.0, source)
        });
        self.tape.hold(recorded)
    }
}

/// One operation, to be recorded.
struct Record<'a> {
    tape: &'a mut Tape,
    operands: [Option<NodeRef>; 3],
    number: f64,
    source: SourceId,
    result: &'a mut Option<NodeRef>,
}

const ARITY: &str = "a row has the operands of its shape";

impl RowVisitor for Record<'_> {
    fn unary<R: UnaryRow>(self) {
        let x = self.operands[0].expect(ARITY);
        *self.result = Some(self.tape.unary::<R>(x, self.source));
    }

    fn parametric<R: ParametricRow>(self) {
        let x = self.operands[0].expect(ARITY);
        let y = self.tape.parametric::<R>(x, self.number, self.source);
        *self.result = Some(y);
    }

    fn binary<R: BinaryRow>(self) {
        let [a, b] = [
            self.operands[0].expect(ARITY),
            self.operands[1].expect(ARITY),
        ];
        *self.result = Some(self.tape.binary::<R>(a, b, self.source));
    }

    fn binary_with_number<R: BinaryRow>(self) {
        let a = self.operands[0].expect(ARITY);
        let y = self
            .tape
            .binary_with_number::<R>(a, self.number, self.source);
        *self.result = Some(y);
    }

    fn binary_of_number<R: BinaryRow>(self) {
        let b = self.operands[0].expect(ARITY);
        let y = self.tape.binary_of_number::<R>(self.number, b, self.source);
        *self.result = Some(y);
    }

    fn ternary<R: TernaryRow>(self) {
        let operands = self.operands.map(|operand| operand.expect(ARITY));
        *self.result = Some(self.tape.ternary::<R>(operands, self.source));
    }
}
