"""The places inside `grad!` at which an editor is asked, and what it has to know there."""

from dataclasses import dataclass
from typing import Callable

MARK = "$0"

BEFORE = """use micrograd_core::{Value, grad, micrograd};

pub struct Net {
    weight: Value,
    layers: Vec<Value>,
}

fn number(x: &Value) -> Value {
    x.exp()
}
"""

FUNCTION = "pub fn function(alpha: Value, beta: Value, net: Net, values: Vec<Value>, n: usize)"


def file(body):
    """A file with a `grad!` of these statements."""
    if "grad!<" in body:
        return f"{BEFORE}\nmicrograd! {{\n    {FUNCTION} {{\n        {body}\n    }}\n}}\n"
    return f"{BEFORE}\n{FUNCTION} {{\n    grad! {{\n        {body}\n    }}\n}}\n"


PARAMETERS = file("").split("\n").index(FUNCTION + " {")

# What is typed, and one of the names that have to be offered.
COMPLETIONS = [
    ("let c = alpha.$0;", "tanh"),
    ("let c = alpha.$0 * beta;", "tanh"),
    ("let c = alpha * beta.$0;", "tanh"),
    ("let c = alpha + beta * alpha.$0;", "tanh"),
    ("let c = alpha.ta$0 * beta;", "tanh"),
    ("let c = alpha.max(beta.$0);", "tanh"),
    ("let c = (alpha * beta).$0;", "tanh"),
    ("let c = (alpha * beta).$0 + 1;", "tanh"),
    ("let c = alpha.tanh().$0;", "exp"),
    ("let c = alpha.tanh().$0 * beta;", "exp"),
    ("let c = alpha ** 2 + beta.$0;", "tanh"),
    ("let c = alpha ** beta.$0;", "tanh"),
    ("let c = -alpha.$0;", "tanh"),
    ("let c: Value = alpha.$0 + 1;", "tanh"),
    ("alpha.$0", "tanh"),
    ("alpha.$0 * beta", "tanh"),
    ("(alpha + beta).$0", "tanh"),
    ("let mut s = alpha; s += alpha.$0;", "tanh"),
    ("let mut s = alpha; s = s * beta.$0;", "tanh"),
    ("let mut s = alpha; for i in 0..3 { s += alpha.$0; }", "tanh"),
    ("let mut s = alpha; for i in 0..3 { s += alpha.$0 * beta; }", "tanh"),
    ("let mut s = alpha; for x in &values { s += x.$0; }", "tanh"),
    ("let c = if n > 1 { alpha.$0 } else { beta };", "tanh"),
    ("let c = match n { 0 => alpha.$0, _ => beta };", "tanh"),
    ("let c = net.$0;", "weight"),
    ("let c = net.$0 * alpha;", "weight"),
    ("let c = net.weight.$0 * alpha;", "tanh"),
    ("let c = values[0].$0 * alpha;", "tanh"),
    ("let c = number(alpha.$0);", "tanh"),
    ("let c = number(&alpha).$0 * beta;", "tanh"),
    ("let c = values.iter().map(|x| x.$0).sum::<Value>();", "tanh"),
    ("let c = alp$0 * beta;", "alpha"),
    ("let c = alpha * 2; let d = c.$0 + c;", "tanh"),
    ("grad!< alpha.$0 >", "tanh"),
    ("if alpha.$0 > 0.0 { beta.tanh(); }", "tanh"),
    ("let c = if alpha.$0 > 0.0 { beta } else { alpha };", "tanh"),
    ("let c = if alpha * beta.$0 > 0.0 { beta } else { alpha };", "tanh"),
    ("let c = if alpha > beta.$0 { beta } else { alpha };", "tanh"),
    ("let c = if n > 1 { beta } else if alpha * 2 > beta.$0 { alpha } else { beta };", "tanh"),
    ("let mut s = alpha; while s.$0 < 3.0 { s += 1; }", "tanh"),
    ("let mut s = alpha; for i in 0..values.$0 { s += alpha; }", "len"),
    ("let mut s = alpha; for i in 0..n * values.$0 { s += alpha; }", "len"),
    ("let mut s = alpha; for x in net.$0 { s += x * 2; }", "layers"),
    ("let mut s = alpha; for x in net.layers.$0 { s += x * 2; }", "iter"),
    ("let c = match alpha.$0 { x => x };", "tanh"),
    ("let c = match alpha * beta.$0 { x => x };", "tanh"),
    ("let c = match n { 0 => alpha.$0 * beta, _ => beta };", "tanh"),
    ("let c = match n { 0 => alpha * beta.$0, _ => beta };", "tanh"),
    ("let c = match n { 0 => beta, _ => { let d = alpha * 2; d.$0 } };", "tanh"),
    ("let c = match n { 0 if alpha.$0 > 0.0 => alpha, _ => beta };", "tanh"),
    ("let c = match n { 0 if alpha * beta.$0 > 0.0 => alpha, _ => beta };", "tanh"),
    ("let c = Net { weight: alpha.$0, layers: values };", "tanh"),
    ("let c = Net { weight: alpha * beta.$0, layers: values };", "tanh"),
    ("let c = Net { weight: alpha.$0 * beta, layers: values };", "tanh"),
    ("let c = Net { weight: alpha, layers: values }.$0;", "weight"),
    ("let c = Net { weight: alpha * 2, ..net.$0 };", "weight"),
    ("let c = if let Some(x) = values.$0 { x * 2 } else { beta };", "first"),
    ("let c = if let Some(x) = values.first() && x.$0 > 0.0 { x * 2 } else { beta };", "tanh"),
    ("let mut s = alpha; while let Some(x) = values.$0 { s += x; }", "len"),
    ("let b = alpha.$0 > beta;", "tanh"),
    ("let b = alpha > beta.$0;", "tanh"),
    ("let b = alpha > beta && !alpha.$0;", "tanh"),
    ("let k = n + n.$0;", "pow"),
    ("let k: usize = n.$0 * 2;", "pow"),
    ("let c = values[n * n.$0] * alpha;", "pow"),
    ("let c = n.$0 as f64 * alpha;", "pow"),
    ("let c = [alpha * 2, beta.$0];", "tanh"),
    ("if alpha.$0", "tanh"),
    ("if alpha > beta.$0", "tanh"),
    ("if alpha * beta.$0", "tanh"),
    ("while alpha.$0", "tanh"),
    ("match alpha.$0", "tanh"),
    ("for x in values.$0", "iter"),
    ("let c = if alpha.$0", "tanh"),
    ("let c = match alpha.$0;", "tanh"),
    ("if alpha.$0; let d = beta * 2;", "tanh"),
    ("let c = match n { 0 => alpha.$0 };", "tanh"),
    ("let c = match n { 0 if alpha.$0 };", "tanh"),
    ("let c = Net { weight: alpha.$0 };", "tanh"),
    ("return alpha.$0", "tanh"),
    ("return alpha * beta.$0;", "tanh"),
    ("if alpha.$0 let d = beta * 2;", "tanh"),
    ("if alpha.$0 for i in 0..3 { let d = beta * 2; }", "tanh"),
    ("for i in 0..values.$0", "len"),
    ("for i in 0..=values.$0", "len"),
    ("'a: for x in values.$0", "iter"),
    ("if let Some(x) = values.$0", "first"),
    ("if n > 1 && alpha.$0", "tanh"),
    ("if n > 1 { alpha.$0", "tanh"),
    ("if n > 1 { alpha } else if beta.$0", "tanh"),
    ("let c = if n > 1 { alpha } else { beta.$0 }", "tanh"),
    ("let c = if n > 1 { alpha } else { beta }.$0;", "tanh"),
    ("let c = match n { 0 => alpha, _ => beta.$0", "tanh"),
    ("let c = match n { 0 => alpha, _ => beta }.$0;", "tanh"),
    ("let c = n.$0 % 2;", "pow"),
    ("let c = loop { break alpha * beta.$0; };", "tanh"),
    ("let Some(x) = values.$0 else { return; };", "first"),
]

# A place on a name, and the line of its definition.
DEFINITIONS = [
    ("let c = al$0pha * beta;", PARAMETERS),
    ("let c = alpha * be$0ta + 1;", PARAMETERS),
    ("let c = (alpha - be$0ta).tanh();", PARAMETERS),
    ("let c = al$0pha.tanh() * beta;", PARAMETERS),
    ("let mut s = beta; for i in 0..3 { s += al$0pha * beta; }", PARAMETERS),
    ("let c = alpha * 2; let d = $0c + beta;", PARAMETERS + 2),
    ("let c = if al$0pha * 2 > beta { beta } else { alpha };", PARAMETERS),
    ("let mut s = beta; for i in 0..$0n * 2 { s += alpha; }", PARAMETERS),
    ("let c = match al$0pha * beta { x => x };", PARAMETERS),
    ("let c = match n { 0 => al$0pha * beta, _ => beta };", PARAMETERS),
    ("let c = Net { weight: al$0pha * beta, layers: values };", PARAMETERS),
]

# A place, and what the editor has to show of it.
HOVERS = [
    ("let c = al$0pha * beta;", "alpha: Value"),
    ("let $0c = alpha * beta;", "c: Value"),
    ("let c = alpha.ta$0nh() * beta;", "fn tanh(&self) -> Value"),
    ("let c = (alpha * beta).ta$0nh();", "fn tanh(&self) -> Value"),
    ("let c = net.wei$0ght * beta;", "weight: Value"),
    ("let c = if al$0pha * 2 > beta { beta } else { alpha };", "alpha: Value"),
    ("let mut s = beta; for $0i in 0..n * 2 { s += alpha; }", "i: usize"),
    ("let c = match alpha * beta { $0x => x };", "x: Value"),
    ("let c = Net { wei$0ght: alpha * beta, layers: values };", "weight: Value"),
]

# What must not be underlined red.
RIGHT = [
    "let c = alpha ** 2;",
    "let c = alpha**2 + beta ** -alpha;",
    "let mut c = alpha * beta; c **= 2; c += alpha.tanh();",
    "let c = (alpha - 1).relu() / 2;",
    "grad!< let c = alpha ** 2; >",
    "let c = if alpha ** 2 > beta { beta ** 2 } else { alpha };",
    "let mut s = alpha; for x in [alpha, beta ** 2] { s += x ** 2; }",
    "let c = match n ** 2 { 0 => alpha ** 2, _ => beta };",
    "let c = match n { 0 if alpha ** 2 > 1.0 => alpha, _ => beta };",
    "let c = Net { weight: alpha ** 2, layers: values };",
]


@dataclass
class Case:
    name: str
    ask: Callable
    is_right: Callable


def cases():
    for body, label in COMPLETIONS:
        yield Case(
            f"completion: {body}",
            lambda server, body=body: server.completion(file(body)),
            lambda found, label=label: label in found,
        )
    for body, line in DEFINITIONS:
        yield Case(
            f"definition: {body}",
            lambda server, body=body: server.definition(file(body)),
            lambda found, line=line: found == [line],
        )
    for body, text in HOVERS:
        yield Case(
            f"hover: {body}",
            lambda server, body=body: server.hover(file(body)),
            lambda found, text=text: text in found,
        )
    for body in RIGHT:
        yield Case(
            f"no error: {body}",
            lambda server, body=body: server.errors(file(body)),
            lambda found: found == [],
        )
