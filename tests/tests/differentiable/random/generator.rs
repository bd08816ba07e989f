//! Random functions in the subset of Rust that `#[differentiable]` takes.

use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};
use std::fmt::Write;

/// The text of a module with so many functions, `r0`, `r1`, …, in which later ones call earlier ones.
pub(crate) fn module(seed: u64, count: usize) -> String {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut text = String::from(
        "//! Written by `generator.rs`. `BLESS=1 cargo test -p micrograd-tests --test differentiable random` renews it.\n\n\
         use crate::checks;\n\
         use micrograd_core::differentiable;\n\
         use micrograd_tests_taped::twins;\n\n\
         twins! {\n",
    );
    for number in 0..count {
        let mut function = Function::new(&mut random, number);
        function.write();
        text.push_str(&function.text);
    }
    text.push_str("}\n\n/// Checks every function at a point.\npub(crate) fn check_all(x: f64, y: f64, a: &[f64], n: usize) {\n");
    for number in 0..count {
        writeln!(text, "    check::r{number}(x, y, a.to_vec(), n);").expect("a string has room");
    }
    text.push_str("}\n");
    text
}

struct Function<'r> {
    random: &'r mut ChaCha8Rng,
    number: usize,
    text: String,
    indent: usize,
    /// Numbers that may be read.
    numbers: Vec<String>,
    /// Those that may be assigned.
    variables: Vec<String>,
    /// Lists of four numbers.
    lists: Vec<String>,
    /// Names of `usize`.
    indices: Vec<String>,
    loops: usize,
    names: usize,
}

impl<'r> Function<'r> {
    fn new(random: &'r mut ChaCha8Rng, number: usize) -> Self {
        Function {
            random,
            number,
            text: String::new(),
            indent: 1,
            numbers: vec!["x".into(), "y".into()],
            variables: Vec::new(),
            lists: Vec::new(),
            indices: vec!["n".into()],
            loops: 0,
            names: 0,
        }
    }

    fn line(&mut self, line: &str) {
        let indent = "    ".repeat(self.indent);
        writeln!(self.text, "{indent}{line}").expect("a string has room");
    }

    fn pick(&mut self, below: usize) -> usize {
        self.random.random_range(0..below)
    }

    fn one_of(&mut self, names: &[String]) -> String {
        let index = self.pick(names.len());
        names[index].clone()
    }

    fn name(&mut self, kind: &str) -> String {
        self.names += 1;
        format!("{kind}{}", self.names)
    }

    fn write(&mut self) {
        self.line("#[differentiable]");
        let header = format!(
            "fn r{}(x: f64, y: f64, a: &[f64], n: usize) -> f64 {{",
            self.number
        );
        self.line(&header);
        self.indent += 1;
        for _ in 0..2 {
            let (name, value) = (self.name("s"), self.expression(2));
            self.line(&format!("let mut {name} = {value};"));
            self.variables.push(name.clone());
            self.numbers.push(name);
        }
        let list = self.name("t");
        let value = if self.random.random() {
            "[0.0_f64; 4]".to_owned()
        } else {
            let elements: Vec<String> = (0..4).map(|_| self.expression(1)).collect();
            format!("[{}]", elements.join(", "))
        };
        self.line(&format!("let mut {list} = {value};"));
        self.lists.push(list.clone());
        let count = 3 + self.pick(5);
        for _ in 0..count {
            self.statement(3);
        }
        let (value, sum) = (self.expression(2), self.one_of(&self.variables.clone()));
        self.line(&format!("{value} + {sum} * {list}[1] + {list}[2]"));
        self.indent -= 1;
        self.line("}\n");
    }

    fn block(&mut self, depth: usize) {
        let scope = (
            self.numbers.len(),
            self.variables.len(),
            self.lists.len(),
            self.indices.len(),
        );
        self.indent += 1;
        let count = 1 + self.pick(3);
        for _ in 0..count {
            self.statement(depth);
        }
        self.indent -= 1;
        self.numbers.truncate(scope.0);
        self.variables.truncate(scope.1);
        self.lists.truncate(scope.2);
        self.indices.truncate(scope.3);
    }

    fn statement(&mut self, depth: usize) {
        match self.pick(if depth == 0 { 7 } else { 20 }) {
            0 => {
                let (name, value) = (self.name("v"), self.expression(3));
                self.line(&format!("let {name} = {value};"));
                self.numbers.push(name);
            }
            1 | 2 => {
                let (target, value) = (self.one_of(&self.variables.clone()), self.expression(3));
                self.line(&format!("{target} = ({value}).sin();"));
            }
            3 => {
                let (target, value) = (self.one_of(&self.variables.clone()), self.expression(2));
                let operator = ["+=", "-=", "*="][self.pick(3)];
                self.line(&format!("{target} {operator} 0.5 * ({value}).tanh();"));
            }
            4 | 5 => {
                let (element, value) = (self.element(), self.expression(2));
                let operator = ["=", "=", "+=", "-=", "*="][self.pick(5)];
                self.line(&format!("{element} {operator} ({value}).cos();"));
            }
            6 => {
                let (a, b) = (
                    self.one_of(&self.variables.clone()),
                    self.one_of(&self.variables.clone()),
                );
                if a == b {
                    self.line(&format!("{a} /= 1.5 + ({b}).sin();"));
                } else {
                    self.line(&format!("({a}, {b}) = ({b}, {a} - 0.25 * {b});"));
                }
            }
            7 | 8 => {
                let condition = self.condition();
                self.line(&format!("if {condition} {{"));
                self.block(depth - 1);
                if self.random.random() {
                    self.line("} else {");
                    self.block(depth - 1);
                }
                self.line("}");
            }
            9 | 10 => {
                let index = self.name("i");
                let range = ["0..n", "1..n + 2", "(0..n).rev()", "(0..6).step_by(2)"][self.pick(4)];
                self.line(&format!("for {index} in {range} {{"));
                self.run(depth, index);
            }
            11 => {
                let index = self.name("k");
                self.line(&format!("let mut {index} = 0;"));
                let condition = self.condition();
                self.line(&format!(
                    "while {index} < 4 && ({index} < 2 || {condition}) {{"
                ));
                self.indent += 1;
                self.line(&format!("{index} += 1;"));
                self.indent -= 1;
                self.run(depth, index);
            }
            12 => {
                let (target, factor) = (self.one_of(&self.variables.clone()), self.expression(1));
                self.line(&format!("{target} += {target} * 0.1 * ({factor}).sin();"));
            }
            13 => {
                let (name, value) = (self.one_of(&self.variables.clone()), self.expression(2));
                self.line(&format!("let mut {name} = ({value} + {name}).cos();"));
            }
            14 => {
                let list = self.one_of(&self.lists.clone());
                let lists = std::mem::take(&mut self.lists);
                let value = self.expression(2);
                self.lists = lists;
                self.line(&format!("for e in {list}.iter_mut() {{"));
                self.line(&format!("    *e = (*e + {value}).sin();"));
                self.line("}");
            }
            15 => {
                let (name, condition) = (self.name("v"), self.condition());
                let (early, value) = (self.expression(1), self.expression(2));
                let exit = match self.pick(if self.loops > 0 { 3 } else { 1 }) {
                    0 => format!("y > 1.9 {{ return {early}; }}"),
                    1 => format!("{condition} {{ continue; }}"),
                    _ => format!("{condition} {{ break; }}"),
                };
                self.line(&format!("let {name} = {{ if {exit} {value} }};"));
                self.numbers.push(name);
            }
            16 => {
                let index = self.one_of(&self.indices.clone());
                self.line(&format!("match {index} % 3 {{"));
                for pattern in ["0", "1 | 2", "_"] {
                    self.line(&format!("{pattern} => {{"));
                    self.block(depth - 1);
                    self.line("}");
                }
                self.line("}");
            }
            17 | 18 if self.loops > 0 => {
                let (outer, inner) = (self.condition(), self.condition());
                let exit = ["break", "continue"][self.pick(2)];
                self.line(&format!("if {outer} {{"));
                self.line(&format!("    if {inner} {{ {exit}; }}"));
                self.block(depth - 1);
                self.line("}");
            }
            _ => {
                let (condition, value) = (self.condition(), self.expression(2));
                self.line(&format!("if {condition} && y > 1.9 {{"));
                self.indent += 1;
                self.line(&format!("return {value};"));
                self.indent -= 1;
                self.line("}");
            }
        }
    }

    /// The body of a loop.
    fn run(&mut self, depth: usize, index: String) {
        self.loops += 1;
        self.indices.push(index);
        if self.pick(3) == 0 {
            let condition = self.condition();
            let exit = ["break", "continue"][self.pick(2)];
            self.indent += 1;
            self.line(&format!("if {condition} {{ {exit}; }}"));
            self.indent -= 1;
        }
        self.block(depth - 1);
        self.indices.pop();
        self.loops -= 1;
        self.line("}");
    }

    fn condition(&mut self) -> String {
        if self.pick(4) == 0 {
            let index = self.one_of(&self.indices.clone());
            return format!("{index} % 3 != 1");
        }
        let (a, b) = (self.expression(1), self.expression(1));
        let operator = [">", "<", ">=", "<="][self.pick(4)];
        format!("{a} {operator} {b}")
    }

    fn element(&mut self) -> String {
        let list = self.one_of(&self.lists.clone());
        let index = self.one_of(&self.indices.clone());
        let offset = self.pick(4);
        format!("{list}[({index} + {offset}) % 4]")
    }

    fn expression(&mut self, depth: usize) -> String {
        if depth == 0 || self.pick(6) == 0 {
            return match self.pick(6) {
                0 => format!("{}.{}_f64", self.pick(2), 1 + self.pick(98)),
                1 => {
                    let index = self.one_of(&self.indices.clone());
                    format!("a[({index} + {}) % a.len()]", self.pick(3))
                }
                2 if !self.lists.is_empty() => self.element(),
                _ => self.one_of(&self.numbers.clone()),
            };
        }
        let a = self.expression(depth - 1);
        match self.pick(16) {
            0 | 1 => format!("({a} + {})", self.expression(depth - 1)),
            2 | 3 => format!("({a} - {})", self.expression(depth - 1)),
            4..=6 => format!("({a} * {})", self.expression(depth - 1)),
            7 => format!("({a} / (2.5 + ({}).sin()))", self.expression(depth - 1)),
            8 => format!("({a}).sin()"),
            9 => format!("({a}).tanh()"),
            10 => format!("(0.3 * ({a}).cos()).exp()"),
            11 => format!("(1.5 + ({a}).sin()).ln()"),
            12 => format!("(1.0 + ({a}).powi(2)).sqrt()"),
            13 => format!("(-{a})"),
            14 => {
                let (condition, b) = (self.condition(), self.expression(depth - 1));
                format!("(if {condition} {{ {a} }} else {{ {b} }})")
            }
            _ if self.number > 0 && self.loops == 0 => {
                let callee = self.pick(self.number);
                format!("r{callee}(({a}).sin(), 0.4, a, n % 3)")
            }
            _ => format!("({a}).max(-1.5)"),
        }
    }
}
