//! `let`: a name or a pattern, an optional type, and a value.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

use super::Parser;
use super::numbers::is_number_type;
use crate::cursor::{Extent, spells_at};
use crate::diagnostics::Mistake;
use crate::operators::{Assignment, assignment_at};
use crate::source_text::text_of_stream;
use crate::syntax::{Annotation, AnnotationKind, Expr, Let, Otherwise, Pattern, StatementKind};

impl Parser<'_> {
    pub(super) fn binding(&mut self, keyword: Ident) -> StatementKind {
        let start = self.cursor.position();
        let pattern_start = start;
        let pattern = self.pattern(&keyword);
        let pattern_extent = self.cursor.extent_since(pattern_start);
        let ty = self.annotation();
        let so_far = format!("let {}", self.text_since(start));
        let value = match self.equals(&so_far) {
            Equals::Found(operator, spelling) => Some(self.value_after(operator, spelling)),
            Equals::Missing => Some(self.value()),
            Equals::Declaration => None,
        };
        let otherwise = self.otherwise();
        let pattern = match pattern {
            Pattern::Other(tokens) if value.as_ref().is_some_and(Expr::is_arithmetic) => {
                self.report(pattern_extent, Mistake::SeveralNames);
                Pattern::Mistaken(bound_names(tokens))
            }
            pattern => pattern,
        };
        self.end_of_statement();
        StatementKind::Let(Let {
            keyword,
            pattern,
            ty,
            value,
            otherwise,
        })
    }

    fn otherwise(&mut self) -> Option<Otherwise> {
        let keyword = self.cursor.take_keyword("else")?;
        let Some(group) = self.cursor.take_group(Delimiter::Brace) else {
            let extent = Extent::of(keyword.span());
            let keyword = keyword.to_string();
            self.report_gap(extent, Mistake::NoBlock { keyword });
            return None;
        };
        Some(Otherwise {
            keyword,
            braces: group.span(),
            body: self.body(&group),
        })
    }

    fn pattern(&mut self, keyword: &Ident) -> Pattern {
        let start = self.cursor.position();
        let mutability = self.cursor.take_keyword("mut");
        if let Some(name) = self.cursor.peek_ident().cloned() {
            let rest = &self.cursor.rest()[1..];
            let is_path = ["(", "@", "|", "!"]
                .iter()
                .any(|symbol| spells_at(rest, symbol))
                || spells_at(rest, "::")
                || matches!(rest.first(), Some(TokenTree::Group(_)));
            if name != "ref" && !is_path {
                self.cursor.advance(1);
                return Pattern::Name { mutability, name };
            }
        }
        let length = pattern_length(self.cursor.rest());
        self.cursor.advance(length);
        let tokens: TokenStream = self.cursor.since(start).iter().cloned().collect();
        if length == 0 {
            let before_gap = mutability.as_ref().unwrap_or(keyword).span();
            self.report(Extent::of(before_gap), Mistake::NoNameAfterLet);
            return Pattern::Mistaken(Vec::new());
        }
        Pattern::Other(tokens)
    }

    fn annotation(&mut self) -> Option<Annotation> {
        let colon = self.cursor.take_symbol(":")?;
        let tokens = self.rust_type();
        if tokens.is_empty() {
            let skipped = self
                .cursor
                .count_until(&mut |rest| spells_at(rest, "=") || spells_at(rest, ";"));
            self.cursor.advance(skipped);
            self.report(colon, Mistake::NoType { after: ":" });
            return None;
        }
        let kind = match text_of_stream(&tokens).as_str() {
            "f64" => AnnotationKind::Other,
            name if is_number_type(name) => AnnotationKind::RustNumber,
            name if name == "_" || name.starts_with('&') => AnnotationKind::AsWritten,
            name if is_path(name) || name.starts_with("Dual<") => AnnotationKind::Named,
            _ => AnnotationKind::Other,
        };
        Some(Annotation { tokens, kind })
    }

    fn equals(&mut self, so_far: &str) -> Equals {
        let rest = self.cursor.rest();
        match assignment_at(rest) {
            Some((spelling @ "=", Assignment::Replace)) => {
                return Equals::Found(self.cursor.take_symbol("=").expect("it was seen"), spelling);
            }
            Some((spelling, _)) => {
                self.missing_equals(spelling, so_far);
                return Equals::Missing;
            }
            None => {}
        }
        if spells_at(rest, "==") {
            self.missing_equals("==", so_far);
            return Equals::Missing;
        }
        if self.is_at_boundary() {
            return Equals::Declaration;
        }
        let extent = Extent::of_trees(&rest[..1]);
        self.report(
            extent,
            Mistake::MissingEquals {
                after: so_far.to_string(),
            },
        );
        Equals::Missing
    }

    fn missing_equals(&mut self, spelling: &str, so_far: &str) {
        let extent = self
            .cursor
            .take_symbol(spelling)
            .expect("the caller saw the symbol");
        self.report(
            extent,
            Mistake::MissingEquals {
                after: so_far.to_string(),
            },
        );
    }
}

/// Whether a type is a name or a path without arguments.
fn is_path(ty: &str) -> bool {
    ty.chars()
        .all(|part| part.is_alphanumeric() || matches!(part, '_' | ':'))
}

/// What stands between a `let`'s name and its value.
enum Equals {
    Found(Extent, &'static str),
    Missing,
    /// `let g;`
    Declaration,
}

/// How many tokens come before a lone `:`, `=` or `;`.
fn pattern_length(rest: &[TokenTree]) -> usize {
    let mut length = 0;
    while length < rest.len() {
        length += match &rest[length..] {
            tokens if spells_at(tokens, "::") => 2,
            tokens if spells_at(tokens, "..=") => 3,
            tokens if [":", "=", ";"].iter().any(|end| spells_at(tokens, end)) => return length,
            _ => 1,
        };
    }
    length
}

/// The variables that a pattern binds.
fn bound_names(pattern: TokenStream) -> Vec<Ident> {
    let mut names = Vec::new();
    for tree in pattern {
        match tree {
            TokenTree::Group(group) => names.extend(bound_names(group.stream())),
            TokenTree::Ident(name) => {
                let word = name.to_string();
                if !matches!(word.as_str(), "mut" | "ref" | "_")
                    && word.starts_with(|c: char| c.is_lowercase() || c == '_')
                {
                    names.push(name);
                }
            }
            _ => {}
        }
    }
    names
}
