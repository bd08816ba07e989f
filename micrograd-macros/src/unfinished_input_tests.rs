//! While somebody types, most input is wrong. It must expand all the same, to something that rustc can parse.

use crate::expand::Statements;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

fn expanded(written: &str) -> TokenStream {
    let body: TokenStream = written.parse().expect("tokens");
    crate::grad::expand(quote!([::micrograd_core] #body), Statements::Listed)
}

fn words(stream: TokenStream) -> Vec<String> {
    let mut words = Vec::new();
    for tree in stream {
        match tree {
            TokenTree::Group(group) => words.extend(self::words(group.stream())),
            TokenTree::Ident(ident) => words.push(ident.to_string()),
            _ => {}
        }
    }
    words
}

fn count_of(stream: &TokenStream, word: &str) -> usize {
    words(stream.clone())
        .iter()
        .filter(|found| *found == word)
        .count()
}

#[track_caller]
fn assert_rust(written: &str) {
    let expanded = expanded(written);
    let text = expanded.to_string();
    if let Err(error) = syn::parse2::<syn::Block>(quote!({ #expanded })) {
        panic!("{written}\nexpands to what is no Rust ({error}):\n{text}");
    }
}

#[test]
fn operands_are_kept_for_completion_and_one_mistake_is_one_error() {
    for written in [
        "alpha.",
        "alpha +",
        "beta * alpha.",
        "let x = alpha.",
        "let x = (alpha. + beta) * 2;",
        "f(alpha., beta)",
        "if alpha.",
        "while beta > alpha.",
        "'outer: for x in alpha.",
        "for i in 0..=alpha.",
        "let x = match alpha * beta",
    ] {
        let expanded = expanded(written);
        assert!(count_of(&expanded, "alpha") > 0, "{written}");
        assert_eq!(count_of(&expanded, "compile_error"), 1, "{written}");
    }
}

#[test]
fn a_head_that_ends_in_a_dot_ends_before_its_body() {
    for written in [
        "if beta > alpha. { x.tanh() } else { y }",
        "for x in alpha. { s += y; }",
        "match alpha. { y => y }",
    ] {
        let expanded = expanded(written);
        for word in ["alpha", "y"] {
            assert!(count_of(&expanded, word) > 0, "{word} in {written}");
        }
        assert_eq!(
            count_of(&expanded, "compile_error"),
            0,
            "rustc says it: {written}"
        );
    }
}

#[test]
fn what_follows_a_mistake_is_still_expanded() {
    let expanded = expanded("let x = alpha.; let y = beta + ; let z = gamma * x; z.relu()");
    for word in ["alpha", "beta", "gamma", "relu", "x", "y", "z"] {
        assert!(count_of(&expanded, word) > 0, "{word}");
    }
    assert_eq!(count_of(&expanded, "compile_error"), 2);
}

#[test]
fn a_head_without_a_body_ends_before_the_next_let() {
    let expanded = expanded("if alpha. let d = beta; d.tanh()");
    for word in ["alpha", "d", "beta"] {
        assert!(count_of(&expanded, word) > 0, "{word}");
    }
    assert_eq!(count_of(&expanded, "compile_error"), 1);
    assert_rust("while alpha let d = beta; d.tanh()");
}

#[test]
fn errors_come_after_the_recovered_code() {
    let words = words(expanded("let x = alpha.;"));
    let position = |word: &str| words.iter().position(|found| found == word);
    assert!(position("alpha") < position("compile_error"));
}

#[test]
fn every_beginning_of_a_program_expands_to_rust() {
    const PROGRAM: &str = "let mut c : Value = a + b ** - 2 ; c += f ( c , 1 ) . relu ( ) / w [ i ] ; \
        for i in 0 .. n { s += x [ i ] * ( k as f64 ) ; } if c > 1 { c = - c ; } else { c *= 2 ; } \
        let d = if c > 1 { c } else { grad ! { c } } ; let ( p , q ) = pair ( ) ? ; match c { _ => d } . max ( d )";
    let mut written = String::new();
    let mut open = Vec::new();
    for token in PROGRAM.split_whitespace() {
        written += token;
        written.push(' ');
        match token {
            "(" => open.push(")"),
            "[" => open.push("]"),
            "{" => open.push("}"),
            ")" | "]" | "}" => drop(open.pop()),
            _ => {}
        }
        let closing: String = open.iter().rev().copied().collect();
        // Heads, matches and patterns are plain Rust: rustc says what is missing in them.
        let unfinished_plain = [
            "for",
            "if",
            "match",
            "pair ( ) ? ; match",
            "let ( p , q )",
            "=> ",
        ]
        .iter()
        .any(|plain| {
            written
                .rsplit(';')
                .next()
                .is_some_and(|last| last.contains(plain))
        });
        if unfinished_plain {
            expanded(&format!("{written}{closing}"));
        } else {
            assert_rust(&format!("{written}{closing}"));
        }
    }
}

#[test]
fn no_sequence_of_tokens_makes_it_panic_and_none_is_accepted_that_is_not_rust() {
    const VOCABULARY: &str = "a b 2 0.5 - + * ** / ^ % < > = == += **= ( ) [0] () . relu ; ; , let_g mut_h if \
        else { } as f64 ? ! & \"s\" 3u8 return";
    let vocabulary: Vec<String> = VOCABULARY
        .split(' ')
        .map(|word| {
            word.replace("let_g", "let g =")
                .replace("mut_h", "let mut h : Value =")
        })
        .collect();
    let mut state = 7_u64;
    let mut random = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % below as u64).expect("small")
    };
    for _ in 0..20_000 {
        let length = 1 + random(12);
        let words: Vec<&str> = (0..length)
            .map(|_| vocabulary[random(vocabulary.len())].as_str())
            .collect();
        let written = words.join(" ");
        if written.parse::<TokenStream>().is_err() {
            continue;
        }
        let expanded = expanded(&written);
        // Conditions and blocks beside an operator are plain Rust.
        let is_rust = syn::parse2::<syn::Block>(quote!({ #expanded })).is_ok();
        assert!(
            is_rust || written.contains("if") || written.contains('{'),
            "{written}\n{expanded}"
        );
    }
}
