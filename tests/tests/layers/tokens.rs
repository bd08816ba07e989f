//! As much of Rust's syntax as tells which paths and calls a file has.

use crate::sources::Module;

/// Names, `::` and single signs: comments, texts and lifetimes are left out.
pub(crate) struct Tokens(Vec<String>);

impl Tokens {
    pub(crate) fn of(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let (mut tokens, mut at) = (Vec::new(), 0);
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        while at < chars.len() {
            let rest = &chars[at..];
            let count = |is: &dyn Fn(char) -> bool| rest.iter().take_while(|&&c| is(c)).count();
            at += match rest {
                ['/', '/', ..] => count(&|c| c != '\n'),
                ['r', '"' | '#', ..] => raw_text_len(rest),
                ['"', ..] => text_len(rest),
                ['\'', '\\', ..] => {
                    2 + rest[2..].iter().skip(1).take_while(|&&c| c != '\'').count() + 2
                }
                ['\'', _, '\'', ..] => 3,
                ['\'', ..] => 1 + rest[1..].iter().take_while(|&&c| is_name(c)).count(),
                [':', ':', ..] => {
                    tokens.push("::".to_owned());
                    2
                }
                [c, ..] if is_name(*c) => {
                    let len = count(&is_name);
                    tokens.push(rest[..len].iter().collect());
                    len
                }
                [c, ..] => {
                    if !c.is_whitespace() {
                        tokens.push(c.to_string());
                    }
                    1
                }
                [] => unreachable!("there is a next one"),
            };
        }
        Tokens(tokens)
    }
}

/// Of `r"…"` and `r#"…"#`, and of a name with such a mark.
fn raw_text_len(chars: &[char]) -> usize {
    let marks = chars[1..].iter().take_while(|&&c| c == '#').count();
    let end: Vec<char> = ['"'].into_iter().chain(vec!['#'; marks]).collect();
    let text = &chars[marks + 2..];
    let len = text.windows(end.len()).position(|signs| signs == end);
    marks + 2 + len.map_or(0, |len| len + end.len())
}

fn text_len(chars: &[char]) -> usize {
    let mut at = 1;
    while chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// The same without the items that only tests see.
pub(crate) fn without_tests(Tokens(tokens): &Tokens) -> Tokens {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        if tokens[at..].len() >= mark.len() && tokens[at..].iter().zip(mark).all(|(a, b)| a == b) {
            at += mark.len();
            at += item_len(&tokens[at..]);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    Tokens(kept)
}

/// Up to a `;` or the end of a block, outside of brackets.
fn item_len(tokens: &[String]) -> usize {
    let mut depth = 0;
    for (index, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" => depth -= 1,
            "}" => {
                depth -= 1;
                if depth == 0 {
                    return index + 1;
                }
            }
            ";" if depth == 0 => return index + 1,
            _ => {}
        }
    }
    tokens.len()
}

impl Module {
    pub(crate) fn of(Tokens(tokens): Tokens) -> Self {
        let mut module = Module::default();
        let (mut at, mut others, mut in_block) = (0, 0, 0);
        module.functions.extend(functions(&tokens));
        let is_tape = tokens.windows(3).any(|part| part == ["impl", "Tape", "{"]);
        while at < tokens.len() {
            let rest = &tokens[at..];
            let is = |index: usize, token: &str| rest.get(index).is_some_and(|t| t == token);
            if is(0, "use") {
                let len = 1 + rest.iter().take_while(|&token| token != ";").count();
                let tree = &rest[1..len];
                let is_of_this_file = tree[0] == "super" && at < in_block;
                module.import(&tree[if is_of_this_file { 2 } else { 0 }..], &[]);
                at += len;
            } else if is(0, "#") && is(1, "!") {
                at += 2 + bracket_len(&rest[2..]);
            } else if is(0, "#") && is(1, "[") {
                at += 1 + bracket_len(&rest[1..]);
            } else if is(0, "mod") && is(2, ";") {
                at += 3;
            } else if is(0, "mod") && is(2, "{") {
                in_block = at + 2 + bracket_len(&rest[2..]);
                at += 3;
            } else if is(0, "super") && at < in_block {
                at += 2; // That is this file.
            } else if is(0, "pub") {
                at += if is(1, "(") {
                    1 + bracket_len(&rest[1..])
                } else {
                    1
                };
            } else if is(0, "impl") && is(1, "Tape") && is(2, "{") {
                let block = &rest[2..2 + bracket_len(&rest[2..])];
                module.tape_methods.extend(functions(block));
                (at, others) = (at + 2, others + 1);
            } else if (is(0, "tape") || is(0, "self") && is_tape) && is(1, ".") && is(3, "(") {
                module.calls.insert(rest[2].clone());
                (at, others) = (at + 3, others + 1);
            } else if is(0, "$") && is(1, "crate") {
                at += 2; // It stands in a user's code.
            } else if is(1, "::") && is_name(&rest[0]) {
                let mut path = vec![rest[0].clone()];
                while is(2 * path.len() - 1, "::")
                    && rest.get(2 * path.len()).is_some_and(|t| is_name(t))
                {
                    path.push(rest[2 * path.len()].clone());
                }
                (at, others) = (at + 2 * path.len() - 1, others + 1);
                module.paths.push(path);
            } else if is(0, "::") {
                at += 2; // The path began with something else than a name.
            } else {
                (at, others) = (at + 1, others + 1);
            }
        }
        module.is_facade = others == 0;
        module
    }

    /// `a::b`, `a as b`, `{ … }` behind a path.
    fn import(&mut self, tree: &[String], before: &[String]) {
        let mut path = before.to_vec();
        let mut at = 0;
        while at < tree.len() {
            match tree[at].as_str() {
                "{" => {
                    let len = bracket_len(&tree[at..]);
                    let mut inner = &tree[at + 1..at + len - 1];
                    while !inner.is_empty() {
                        let end = branch_len(inner);
                        self.import(&inner[..end], &path);
                        inner = inner.get(end + 1..).unwrap_or_default();
                    }
                    return;
                }
                "as" => {
                    self.imports.insert(tree[at + 1].clone(), path);
                    return;
                }
                "*" | ";" => break,
                "self" if !path.is_empty() => {}
                "::" => {}
                name => path.push(name.to_owned()),
            }
            at += 1;
        }
        if let Some(name) = path.last().cloned().filter(|_| path.len() > 1) {
            self.imports.insert(name, path);
        }
    }
}

/// Up to the next comma outside of braces.
fn branch_len(tokens: &[String]) -> usize {
    let mut depth = 0;
    let end = tokens.iter().position(|token| {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        depth == 0 && token == ","
    });
    end.unwrap_or(tokens.len())
}

/// Up to the bracket that closes the first one.
fn bracket_len(tokens: &[String]) -> usize {
    let mut depth = 0;
    let end = tokens.iter().position(|token| {
        match token.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    end.map_or(tokens.len(), |end| end + 1)
}

fn functions(tokens: &[String]) -> impl Iterator<Item = String> {
    let names = tokens.windows(2).filter(|pair| pair[0] == "fn");
    names.map(|pair| pair[1].clone())
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}
